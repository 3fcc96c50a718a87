"""The store of originals: bytes under their digest, whole or not at all, with no address."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from archive import storage
from archive.digests import sha256

ALL_BYTES = bytes(range(256))


@pytest.mark.parametrize("data", [b"a", ALL_BYTES, b"\r\n\x00\xff" * 50_000])
def test_what_is_put_comes_back_byte_for_byte(data: bytes) -> None:
    digest = storage.put(data)
    assert digest == sha256(data)
    assert storage.get(digest) == data


def test_a_file_lies_under_its_digest_in_one_of_256_folders(blob_folder: Path) -> None:
    digest = storage.put(ALL_BYTES)
    assert storage.name_of(digest) == f"{digest[:2]}/{digest}"
    assert (blob_folder / digest[:2] / digest).read_bytes() == ALL_BYTES


def test_the_same_bytes_are_kept_once_and_not_written_over(blob_folder: Path) -> None:
    digest = storage.put(ALL_BYTES)
    path = blob_folder / storage.name_of(digest)
    before = path.stat()
    assert storage.put(ALL_BYTES) == digest
    assert [file for file in blob_folder.rglob("*") if file.is_file()] == [path]
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_two_who_put_the_same_at_once_leave_one_file(blob_folder: Path) -> None:
    name = storage.name_of(sha256(ALL_BYTES))
    for _ in range(2):
        assert storage.blobs().save(name, ContentFile(ALL_BYTES)) == name
    (path,) = (path for path in blob_folder.rglob("*") if path.is_file())
    assert path.read_bytes() == ALL_BYTES


def test_what_was_never_put_is_missing() -> None:
    with pytest.raises(FileNotFoundError):
        storage.get("0" * 64)


def test_an_original_has_no_public_address() -> None:
    with pytest.raises(ValueError, match="no public address"):
        storage.blobs().url(storage.name_of(storage.put(ALL_BYTES)))


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "ab/../../outside"])
def test_no_name_leads_out_of_the_store(name: str) -> None:
    with pytest.raises(Exception, match=re.compile("traversal|outside", re.IGNORECASE)):
        storage.blobs().open(name)


def test_a_write_that_breaks_off_leaves_nothing_under_the_digest(
    blob_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            storage.put(ALL_BYTES)
    assert not [path for path in blob_folder.rglob("*") if path.is_file()]
    digest = sha256(ALL_BYTES)
    assert storage.put(ALL_BYTES) == digest
    assert storage.get(digest) == ALL_BYTES


def test_originals_lie_in_no_served_folder(settings: Any) -> None:
    location = Path(settings.DATA_DIR) / "blobs"
    assert Path(settings.STATIC_ROOT) not in [location, *location.parents]
    assert not settings.MEDIA_URL.strip("/")
    assert not settings.MEDIA_ROOT


def test_many_at_once_come_back_and_leave_nothing_else(blob_folder: Path) -> None:
    many = {sha256(data): data for data in (b"%d" % number * 1000 for number in range(20))}
    storage.put_all(many)
    assert {digest: storage.get(digest) for digest in many} == many
    assert {path.name for path in blob_folder.rglob("*") if path.is_file()} == {*many}


def test_a_file_that_a_power_cut_left_short_is_written_anew(blob_folder: Path) -> None:
    many = {sha256(data): data for data in (b"%d" % number * 1000 for number in range(20))}
    storage.put_all(many)
    short, kept = (blob_folder / storage.name_of(digest) for digest in [*many][:2])
    short.write_bytes(b"")
    before = kept.stat().st_ino
    storage.put_all(many)
    assert {digest: storage.get(digest) for digest in many} == many
    assert kept.stat().st_ino == before
