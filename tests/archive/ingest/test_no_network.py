"""Nothing is fetched by reading: neither from the network nor from other files of the machine."""

import io
import socket
import zipfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

from archive.ingest import read
from tests.archive.ingest.warc.crawls import Crawl

SECRET = "unguessable-words-of-another-file"
REMOTE = "http://127.0.0.1:9/a"
PAGE = f"""<!doctype html><html><head><base href="{REMOTE}"><title>A walk</title>
<link rel="stylesheet" href="{REMOTE}.css"><meta http-equiv="refresh" content="0;url={REMOTE}">
<script src="{REMOTE}.js"></script></head><body><h1>A walk</h1><p>So it went, all day long.</p>
<img src="{REMOTE}.png" srcset="{REMOTE}.2x 2x"><iframe src="{REMOTE}"></iframe>
<object data="{REMOTE}"></object><video src="{REMOTE}"></video>
<svg><use href="{REMOTE}#a"/><image href="{REMOTE}"/></svg></body></html>"""


def with_entities(file: Path) -> str:
    return f"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY other SYSTEM "{file.as_uri()}">
<!ENTITY remote SYSTEM "{REMOTE}"><!ENTITY % outer SYSTEM "{REMOTE}.dtd">%outer;
<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Said: &other; &remote; &c;</p></body></html>"""


def docx(file: Path) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "<Types/>")
        zipped.writestr("word/document.xml", with_entities(file))
        zipped.writestr(
            "word/_rels/settings.xml.rels",
            f'<Relationships><Relationship TargetMode="External" Target="{REMOTE}"/>'
            "</Relationships>",
        )
    return into.getvalue()


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every attempt to reach another machine, each of which fails."""
    made: list[Any] = []

    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        made.append(args)
        raise OSError("Nothing is fetched.")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    return made


def test_the_trap_is_set(attempts: list[Any]) -> None:
    with pytest.raises(OSError, match="Nothing is fetched"):
        socket.create_connection(("127.0.0.1", 9))
    assert attempts


@pytest.mark.parametrize(
    "name", ["a.html", "b.xhtml", "c.xml", "d.docx", "e.txt", "f.warc", "g.svg"]
)
def test_reading_a_file_fetches_nothing(tmp_path: Path, attempts: list[Any], name: str) -> None:
    other = tmp_path / "other.secret"
    other.write_text(SECRET)
    path = tmp_path / name
    path.write_bytes({
        ".html": PAGE.encode(),
        ".docx": docx(other),
        ".warc": Crawl().add(PAGE.encode()).add(with_entities(other).encode()).data,
    }.get(path.suffix, with_entities(other).encode()))  # fmt: skip
    found = [*read(path)]
    assert attempts == []
    assert found
    for item in found:
        assert SECRET not in str(item.as_json()["text"])
        assert SECRET not in item.reason
        assert len(item.parsed.text if item.parsed else "") < 2000
