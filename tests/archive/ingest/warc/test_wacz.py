"""WACZ packages: web archives in a zip file, their digests, the titles of their pages."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.archive.ingest.warc.crawls import ADDRESS, PAGE, Crawl, items, said

CRAWL = Crawl(is_gzip=True).add()
UNTITLED = b"<!doctype html><p>A page that does not say what it is called.</p>"
PLAIN = Crawl().add(UNTITLED)


def package(**resources: Any) -> bytes:
    return json.dumps({"profile": "data-package", **resources}).encode()


def listed(name: str, data: bytes) -> dict[str, Any]:
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return {"name": name, "path": f"archive/{name}", "hash": digest, "bytes": len(data)}


def wacz(path: Path, members: dict[str, bytes]) -> Path:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    path.write_bytes(into.getvalue())
    return path


def sound(crawl: Crawl = CRAWL, **others: bytes) -> dict[str, bytes]:
    return {
        "archive/data.warc.gz": crawl.data,
        "datapackage.json": package(resources=[listed("data.warc.gz", crawl.data)]),
        **others,
    }


@pytest.mark.parametrize("name", ["a.wacz", "a.zip"])
def test_the_documents_of_its_web_archives_come_in(tmp_path: Path, name: str) -> None:
    (item,) = items(wacz(tmp_path / name, sound()))
    assert (item.data, item.url, item.reason) == (PAGE, ADDRESS, "")
    assert item.path == f"{tmp_path / name}:data.warc.gz:0"
    assert item.fetched["web_archive"] == name


def test_a_page_without_a_title_has_that_of_the_list_of_pages(tmp_path: Path) -> None:
    rows = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        {"url": ADDRESS, "title": " As the browser called it "},
        {"url": 5, "title": []},
    ]
    pages = "\n".join(map(json.dumps, rows)).encode() + b"\nnot JSON\n"
    path = wacz(tmp_path / "a.wacz", sound(PLAIN) | {"pages/pages.jsonl": pages})
    assert items(path)[0].title == "As the browser called it"


def test_a_page_nowhere_called_anything_is_called_by_its_address(tmp_path: Path) -> None:
    assert items(wacz(tmp_path / "a.wacz", sound(PLAIN)))[0].title == ADDRESS


def test_a_member_that_fails_its_digest_is_told_and_read(tmp_path: Path) -> None:
    members = sound()
    members["datapackage.json"] = package(resources=[listed("data.warc.gz", b"other")])
    first, second = items(wacz(tmp_path / "a.wacz", members))
    name = "archive/data.warc.gz"
    assert first.reason == f"The digest of “{name}” is not the one in datapackage.json."
    assert second.data == PAGE


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"archive/../../evil.warc.gz": CRAWL.data}, "holds a path that leads out of it"),
        ({"/etc/evil.warc": CRAWL.data}, "holds a path that leads out of it"),
        ({"archive/data.warc.gz": CRAWL.data}, "The WACZ file has no datapackage.json."),
        ({"datapackage.json": b"[]"}, "The datapackage.json of the WACZ file is not what"),
        ({"datapackage.json": package(resources=[5])}, "is not what it must be"),
        ({"datapackage.json": b"[" * 100_000}, "is not what it must be"),
        ({"datapackage.json": package(resources=[])}, "The web archive holds no document."),
    ],
)
def test_what_is_no_sound_package_is_refused(
    tmp_path: Path, members: dict[str, bytes], reason: str
) -> None:
    (item,) = items(wacz(tmp_path / "a.wacz", members))
    assert reason in item.reason
    assert item.parsed is None


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("datapackage.json", package(resources=[]))
        file.writestr("archive/a.warc", bytes(20 << 20))
    path = tmp_path / "a.wacz"
    path.write_bytes(into.getvalue())
    assert "tighter than 1 to 100" in said(items(path))[0]


def test_nothing_is_written_beside_the_file(tmp_path: Path) -> None:
    items(wacz(tmp_path / "a.wacz", sound()))
    assert [path.name for path in tmp_path.iterdir()] == ["a.wacz"]
