"""The content-addressed store of originals: a file's name is the SHA-256 of its bytes."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from archive.digests import sha256

# From here on many files are written at once.
FEW = 8


class BlobStorage(FileSystemStorage):
    """Keeps bytes under their digest, in 256 folders; it has no public address."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: whatever has it already is the same bytes."""
        return name

    def _save(self, name: str, content: "File[Any]") -> str:
        """A file beside it, then a rename, so that a whole file is there or none."""
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
        try:
            with unfinished.open("xb") as file:
                file.writelines(content.chunks())
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        return name

    def keep_all(self, files: Mapping[str, bytes]) -> None:
        """Many by name, each whole or not there; they are on the disk when this returns."""
        suffix = secrets.token_hex(4)
        for name, data in files.items():
            target = f"{self.location}/{name}"
            unfinished = f"{target}.{suffix}"
            try:
                write(unfinished, data)
                os.replace(unfinished, target)
            except BaseException:
                Path(unfinished).unlink(missing_ok=True)
                raise
        # Once for all: to wait for each file by itself would take longer than to write them.
        os.sync()

    def has(self, name: str, size: int) -> bool:
        """Whether a file of this length is there: one that a power cut emptied is not."""
        try:
            return os.stat(f"{self.location}/{name}").st_size == size
        except FileNotFoundError:
            return False

    def url(self, name: str | None) -> str:
        raise ValueError("Originals have no public address.")


def write(path: str, data: bytes) -> None:
    """A new file, and the folder that it is in where that is missing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        file = os.open(path, flags, 0o644)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, flags, 0o644)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def blobs() -> Storage:
    return storages["blobs"]


def name_of(digest: str) -> str:
    """Where the bytes of this digest lie: `ab/abcd…`."""
    return f"{digest[:2]}/{digest}"


def put(data: bytes) -> str:
    """Store bytes unless they are there already; returns their SHA-256."""
    digest = sha256(data)
    if not blobs().exists(name_of(digest)):
        blobs().save(name_of(digest), ContentFile(data))
    return digest


def put_all(pieces: Mapping[str, bytes]) -> None:
    """Store bytes by their SHA-256, those that are there already excepted."""
    store, files = blobs(), {name_of(digest): data for digest, data in pieces.items()}
    if not isinstance(store, BlobStorage):
        missing = {name: data for name, data in files.items() if not store.exists(name)}
    else:
        missing = {name: data for name, data in files.items() if not store.has(name, len(data))}
        if len(missing) > FEW:
            store.keep_all(missing)
            missing = {}
    for name, data in missing.items():
        store.save(name, ContentFile(data))


def get(digest: str) -> bytes:
    """The bytes of this digest, unchecked (`verify` checks). Raises FileNotFoundError."""
    with blobs().open(name_of(digest)) as file:
        data: bytes = file.read()
    return data
