"""Web archives that are cut off, damaged or hostile: what they hold, and where it stopped."""

import gzip
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.ingest import Unreadable
from archive.ingest.warc.coding import undone
from tests.archive.ingest.warc.crawls import PAGE, Crawl, items, lines

SOUND = Crawl().add().add(date="2022-09-15T00:00:00Z")
PACKED = Crawl(is_gzip=True).add().add(date="2022-09-15T00:00:00Z")


@pytest.mark.parametrize("crawl", [SOUND, PACKED])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_a_file_cut_off_gives_what_it_holds_and_says_where_it_stopped(
    tmp_path: Path, crawl: Crawl, part: float
) -> None:
    begins = crawl.offsets[1]
    end = begins + int((len(crawl.data) - begins) * part)
    path = tmp_path / "a.warc"
    path.write_bytes(crawl.data[:end])
    whole, last = items(path)
    assert (whole.data, whole.reason) == (PAGE, "")
    assert f"byte {begins}" in last.reason
    assert last.notices[0].startswith("Records in the web archive: ")


@pytest.mark.parametrize("crawl", [SOUND, PACKED])
def test_damage_in_the_middle_stops_there(tmp_path: Path, crawl: Crawl) -> None:
    data = bytearray(crawl.data)
    for at in range(12, 40):
        data[crawl.offsets[1] + at] = 0
    path = tmp_path / "a.warc"
    path.write_bytes(data.replace(b"WARC/1.0\r\nWARC\x00", b"\x00"))
    whole, *others = items(path)
    assert whole.data == PAGE
    assert all(item.parsed is None for item in others)


@pytest.mark.parametrize("crawl", [SOUND, PACKED])
def test_what_is_no_record_stops_the_reading(tmp_path: Path, crawl: Crawl) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(crawl.data + b"Something else.")
    *_, last = items(path)
    assert last.reason == (
        f"What begins at byte {len(crawl.data)} is no record; what stands before it was read."
    )


def test_gzip_around_the_whole_file_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(SOUND.data))
    *_, last = items(path)
    assert "gzip as a whole instead of record by record" in last.reason
    assert "warcio recompress" in last.reason


def claim(length: str) -> bytes:
    said = {
        "WARC-Type": "response",
        "WARC-Target-URI": "https://example.org/",
        "WARC-Date": "2022-09-14T08:30:00Z",
        "Content-Length": length,
    }
    return lines("WARC/1.0", said) + lines("HTTP/1.1 200 OK", {"Content-Type": "text/html"}) + PAGE


@pytest.mark.parametrize(
    "data",
    [
        claim(str(2 << 30)),
        claim("9" * 30),
        gzip.compress(claim(str(2 << 30)), mtime=0),
        b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"x" * (3 << 20),
        b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X: y\r\n" * (1 << 17),
    ],
    ids=["2 GB", "30 digits", "2 GB packed", "a long line", "many lines"],
)
def test_claims_that_cannot_be_true_cost_neither_time_nor_memory(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    tracemalloc.start()
    (item,) = items(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert item.parsed is None
    assert "byte" in item.reason
    assert peak < 8 << 20


@pytest.mark.parametrize("length", ["-5", "many", ""])
def test_a_record_that_does_not_say_how_long_it_is_is_none(tmp_path: Path, length: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(claim(length))
    assert all(item.parsed is None for item in items(path))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A record of 80 MB in 80 kB: refused after the first part of it, which is not kept."""
    packer = zlib.compressobj(9, wbits=31)
    head = claim(str(80 << 20))
    bomb = [packer.compress(head), *(packer.compress(bytes(1 << 20)) for _ in range(80))]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join([*bomb, packer.flush()]))
    tracemalloc.start()
    (item,) = items(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "is packed tighter than 1 to 250" in item.reason
    assert peak < 80 << 20


def test_a_bomb_inside_a_page_is_refused() -> None:
    packed = zlib.compress(bytes(51 << 20), 1)
    with pytest.raises(Unreadable, match="unpacks to more than 50 MB"):
        undone(packed, transfer="", content="deflate")


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    crawl=st.sampled_from([SOUND, PACKED]),
    changes=st.lists(st.tuples(st.integers(0, 500), st.integers(0, 255)), max_size=4),
)
def test_spoilt_bytes_are_read_or_told_and_nothing_else(
    tmp_path: Path, crawl: Crawl, changes: list[tuple[int, int]]
) -> None:
    data = bytearray(crawl.data)
    for at, value in changes:
        data[at] = value
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    with suppress(Unreadable):
        assert all(item.parsed or item.reason for item in items(path))
