"""Zip files within bounds: what is refused, and that nothing unpacks further than it said."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest.unpacking import Bounds, members
from archive.ingest.unreadable import Unreadable

SMALL = Bounds(count=3, member=1000, total=1500, ratio=10, harmless=100)


def zipped(*found: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    into = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(into, "w", method) as file:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, data in found:
            file.writestr(name, data)
    return into.getvalue()


def link(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (kind | 0o777) << 16
    return info


def contents(data: bytes, bounds: Bounds) -> dict[str, bytes]:
    inside = members(data, bounds)
    return {name: inside.read(name) for name in inside}


def refusal(data: bytes, bounds: Bounds | None = None) -> str:
    with pytest.raises(Unreadable) as found:
        contents(data, bounds or Bounds())
    return found.value.reason


def test_members_are_read_whole_and_as_streams_and_folders_are_none() -> None:
    data = zipped(("a/", b""), ("a/b.txt", b"A walk."), method=zipfile.ZIP_DEFLATED)
    for inside in members(data), members(io.BytesIO(data)):
        assert list(inside) == ["a/b.txt"]
        assert inside.read("a/b.txt") == b"A walk."
        assert inside.size("a/b.txt") == 7
        with inside.open("a/b.txt") as member:
            assert (member.read(2), member.read()) == (b"A ", b"walk.")
    assert "a/" not in inside


@pytest.mark.parametrize(
    "name",
    ["/etc/a", "../a", "a/../../b", "a\\..\\b", "\\a", "C:\\a", "c:a", "a/.."],
)
def test_no_path_may_lead_out(name: str) -> None:
    assert refusal(zipped((name, b"a"))) == (
        f"The zip file holds a path that leads out of it: “{name}”."
    )


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int) -> None:
    assert refusal(zipped((link("a", kind), b"/b"))) == (
        "The zip file holds a link or a device: “a”."
    )


@pytest.mark.parametrize(("one", "two"), [("a", "a"), ("Word/A.xml", "word/a.xml")])
def test_no_name_may_stand_for_two_members(one: str, two: str) -> None:
    reason = refusal(zipped((one, b"1"), (two, b"2")))
    assert reason == f"The zip file holds “{two}” twice."


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ([("a", b"a" * 1001)], "claims that “a” has 1,001 bytes; at most 1,000 are read"),
        ([("a", b"a" * 900), ("b", b"b" * 900)], "unpacks to 1,800 bytes; at most 1,500"),
        ([(name, b"") for name in "abcd"], "too many members; at most 3 are read"),
    ],
)
def test_what_is_too_much_is_refused(found: list[tuple[str, bytes]], reason: str) -> None:
    assert reason in refusal(zipped(*found), SMALL)


def test_what_is_packed_too_tight_is_refused_unless_it_is_small() -> None:
    tight = zipped(("a", b"a" * 999), method=zipfile.ZIP_DEFLATED)
    assert refusal(tight, SMALL) == "The zip file packs “a” tighter than 1 to 10."
    small = zipped(("a", b"a" * 100), method=zipfile.ZIP_DEFLATED)
    assert members(small, SMALL).read("a") == b"a" * 100


def test_a_directory_longer_than_the_count_allows_is_not_even_read() -> None:
    data = zipped(*((f"{number:060}", b"") for number in range(3000)))
    assert refusal(data, SMALL) == "The zip file holds too many members; at most 3 are read."


def directory_field(data: bytes, at: int, form: str, value: int) -> bytes:
    """The zip file with one field of its first directory entry overwritten."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.index(b"PK\x01\x02") + at, value)
    return bytes(changed)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: directory_field(data, 8, "<H", 0x1), "The zip file is encrypted: “a”."),
        (lambda data: directory_field(data, 10, "<H", 14), "packs “a” in a way that is not read"),
        (
            lambda data: directory_field(data, 24, "<L", 10),
            "The zip file is broken at “a”: Bad CRC",
        ),
        (
            lambda data: directory_field(data, 16, "<L", 10),
            "The zip file is broken at “a”: Bad CRC",
        ),
        (lambda data: directory_field(data, 42, "<L", 9), "The zip file is broken at “a”"),
        (lambda data: data[: len(data) // 2], "The zip file is broken: File is not a zip file."),
        (lambda data: data.replace(b"PK\x03\x04", b"PK\x03\x05"), "is broken at “a”"),
    ],
)
def test_what_is_spoilt_is_refused_by_name(spoil: Callable[[bytes], bytes], reason: str) -> None:
    data = zipped(("a", bytes(range(256)) * 300), method=zipfile.ZIP_DEFLATED)
    assert reason in refusal(spoil(data))


def test_a_member_gives_no_more_than_it_declared() -> None:
    """A bomb that declares ten bytes: those are unpacked, and found to be others."""
    bomb = zipped(("a", b"\x00" * 5_000_000), method=zipfile.ZIP_DEFLATED)
    assert "broken at “a”: Bad CRC" in refusal(directory_field(bomb, 24, "<L", 10))


WHOLE = zipped(("a/b.xml", b"<a>" * 40), ("c", b"d" * 50), method=zipfile.ZIP_DEFLATED)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4))
def test_spoilt_bytes_are_read_or_refused_and_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    with suppress(Unreadable):
        assert sum(map(len, contents(bytes(data), Bounds()).values())) < 10_000
