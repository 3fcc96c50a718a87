"""Which records become documents, with what, and how the others are told."""

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.ingest import Item
from archive.ingest.warc.coding import LARGEST
from archive.ingest.warc.digest import of, read
from tests.archive.ingest.ranges import check
from tests.archive.ingest.warc.crawls import ADDRESS, DATE, PAGE, Crawl, items, said


def is_sound(item: Item) -> bool:
    return item.fixity is not None and item.fixity.passed


@pytest.mark.parametrize("is_gzip", [False, True])
def test_a_response_is_a_document_with_its_date_address_status_and_digest(
    tmp_path: Path, is_gzip: bool
) -> None:
    crawl = Crawl(is_gzip=is_gzip).add()
    (item,) = items(crawl.save(tmp_path / "a.warc"))
    assert item.parsed is not None
    check(item.parsed)
    assert (item.data, item.url, item.title) == (PAGE, ADDRESS, "A walk")
    assert item.captured_at == datetime(2022, 9, 14, 8, 30, tzinfo=UTC)
    assert item.path == f"{tmp_path / 'a.warc'}:0"
    assert is_sound(item)
    facts = {"status": 200, "record_type": "response", "digest": "passed"}
    assert facts.items() <= item.fetched.items()
    assert item.fetched["content_type"] == "text/html; charset=utf-8"
    assert item.fetched["payload_digest"] == str(of(PAGE))


def test_a_resource_has_no_http_headers_and_is_one_too(tmp_path: Path) -> None:
    crawl = Crawl().add(kind="resource")
    (item,) = items(crawl.save(tmp_path / "a.warc"))
    assert item.data == PAGE
    assert is_sound(item)
    assert "status" not in item.fetched


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:9], PAGE[9:], b""))
RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("http", "payload"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE, mtime=0)),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, RAW.compress(PAGE) + RAW.flush()),
        ({"Transfer-Encoding": "chunked"}, CHUNKED),
        ({"Transfer-Encoding": "chunked"}, PAGE),  # said, and not so
        ({"Content-Encoding": "gzip"}, PAGE),
        ({"Content-Encoding": "br"}, PAGE),
        ({"Content-Encoding": "identity"}, PAGE),
    ],
)
def test_what_http_did_to_a_page_is_undone_for_the_text_alone(
    tmp_path: Path, http: dict[str, str], payload: bytes
) -> None:
    (item,) = items(Crawl().add(payload, http=http).save(tmp_path / "a.warc"))
    assert item.data == payload
    assert item.parsed is not None
    assert item.parsed.title == "A walk"


def test_a_digest_of_what_was_in_the_chunks_is_right_too(tmp_path: Path) -> None:
    crawl = Crawl().add(
        CHUNKED,
        http={"Transfer-Encoding": "chunked"},
        headers={"WARC-Payload-Digest": f"sha1:{of(PAGE).value}"},
    )
    (item,) = items(crawl.save(tmp_path / "a.warc"))
    assert is_sound(item)


def test_the_encoding_in_the_header_of_the_answer_is_used(tmp_path: Path) -> None:
    page = "<html><p>Łódź, ąę, wiele słów o życiu</p></html>".encode("iso-8859-2")
    http = {"Content-Type": "text/html; charset=ISO-8859-2"}
    (item,) = items(Crawl().add(page, http=http).save(tmp_path / "a.warc"))
    assert item.parsed is not None
    assert "Łódź, ąę" in item.parsed.text


@pytest.mark.parametrize("written", ["WARC-Payload-Digest", "WARC-Block-Digest"])
def test_another_digest_than_promised_is_kept_and_told(tmp_path: Path, written: str) -> None:
    other = of(b"another")
    crawl = Crawl().add(headers={written: f"sha1:{other.value}"})
    (item,) = items(crawl.save(tmp_path / "a.warc"))
    assert item.parsed is not None
    assert item.fixity is not None
    assert (item.fixity.passed, item.fixity.expected) == (False, other.value)
    assert item.fetched["digest"] == "failed"


@pytest.mark.parametrize(
    ("digest", "value"),
    [
        ("sha1:G7HRM7BGOKSKMSXZAHMUQTTV53QOFSMK", "37cf167c2672a4a64af901d9484e75eee0e2c98a"),
        ("SHA-1:37CF167C2672A4A64AF901D9484E75EEE0E2C98A",
         "37cf167c2672a4a64af901d9484e75eee0e2c98a"),
        ("md5:1B2M2Y8AsgTpgAmY7PhCfg==", "d41d8cd98f00b204e9800998ecf8427e"),
        ("sha1:short", None),
        ("xxh3:37cf167c2672a4a6", None),
        ("shake_128:37cf", None),
        ("", None),
    ],
)  # fmt: skip
def test_digests_are_read_in_every_notation(digest: str, value: str | None) -> None:
    found = read(digest)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"http": {"Content-Type": "image/png"}}, "images 1"),
        ({"http": {"Content-Type": "text/css"}}, "style sheets 1"),
        ({"http": {"Content-Type": "application/javascript"}}, "scripts 1"),
        ({"status": "301 Moved"}, "redirects 1"),
        ({"status": "404 Not Found"}, "answers other than 200 1"),
        ({"address": "https://example.org/robots.txt"}, "rules for robots 1"),
        ({"address": "dns:example.org"}, "addresses that are not of the web 1"),
        ({"payload": b""}, "answers without content 1"),
        ({"payload": b"<html><img src=a></html>"}, "pages without words 1"),
        ({"payload": b"\x00\x01", "http": {"Content-Type": "application/octet-stream"}},
         "other types 1"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_no_item_and_is_counted(
    tmp_path: Path, wrong: dict[str, Any], told: str
) -> None:
    (item,) = items(Crawl().add(**wrong).add().save(tmp_path / "a.warc"))
    assert item.parsed is not None
    assert item.as_json()["warnings"][-1] == f"Left out, since they are no documents: {told}."
    assert not any("Left out" in warning for warning in item.parsed.warnings)


def test_an_archive_without_documents_says_so(tmp_path: Path) -> None:
    (item,) = items(Crawl().add(status="404 No").save(tmp_path / "a.warc"))
    assert item.reason == "The web archive holds no document."
    assert item.notices[0] == "Records in the web archive: 1 (response 1); addresses: 1."


def test_a_type_that_says_nothing_is_looked_into(tmp_path: Path) -> None:
    http = {"Content-Type": "application/octet-stream"}
    (item,) = items(Crawl().add(http=http).save(tmp_path / "a.warc"))
    assert item.parsed is not None
    assert item.parsed.format == "html"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"payload": b"\x0b\x05", "http": {"Content-Encoding": "br"}},
         "The content is compressed with br, which is not read."),
        ({"payload": gzip.compress(b"<p>" + b"0" * LARGEST), "http": {"Content-Encoding": "gzip"}},
         "The content unpacks to more than 50 MB."),
        ({"payload": b"\x1f\x8bnothing", "http": {"Content-Encoding": "gzip"}},
         "The content is damaged: it is no gzip data."),
        ({"headers": {"WARC-Segment-Number": "1"}},
         "The record is one of several segments: not read."),
        ({"address": f"https://example.org/{'a' * 2000}"}, "The address is too long to be kept."),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_read_says_why_and_others_come_in(
    tmp_path: Path, record: dict[str, Any], reason: str
) -> None:
    found = items(Crawl().add(**record).add().save(tmp_path / "a.warc"))
    assert said(found) == [reason, ""]


@pytest.mark.parametrize(
    ("headers", "warning"),
    [
        ({"WARC-Truncated": "length"}, "The crawler did not take all of the page (length)."),
        ({"WARC-Date": "some day"}, "The web archive does not say when the page was captured."),
    ],
)
def test_what_the_record_lacks_is_a_warning(
    tmp_path: Path, headers: dict[str, str], warning: str
) -> None:
    (item,) = items(Crawl().add(headers=headers).save(tmp_path / "a.warc"))
    assert item.parsed is not None
    assert warning in item.parsed.warnings


def test_arc_files_of_old_are_read(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    about = b"1 0 Somebody\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20020914083000 text/plain %d\n" % len(about)
    line = b"%s 10.0.0.1 20020914083000 text/html %d\n" % (ADDRESS.encode(), len(http))
    path = tmp_path / "a.arc"
    path.write_bytes(head + about + b"\n" + line + http + b"\n")
    (item,) = items(path)
    assert (item.data, item.url) == (PAGE, ADDRESS)
    assert item.captured_at == datetime(2002, 9, 14, 8, 30, tzinfo=UTC)
    assert item.fetched["digest"] == "not given"


def test_the_software_that_made_the_file_is_kept(tmp_path: Path) -> None:
    about = b"software: Crawler 1.0\r\nformat: WARC File Format 1.0\r\n"
    http = {"Content-Type": "application/warc-fields"}
    (item,) = items(Crawl().add(about, kind="warcinfo", http=http).add().save(tmp_path / "a.warc"))
    assert item.fetched["software"] == "Crawler 1.0"
    assert DATE.startswith(str(item.captured_at)[:10])
