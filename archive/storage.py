"""The content-addressed store of originals: a file's name is the SHA-256 of its bytes."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from archive.digests import sha256


class BlobStorage(FileSystemStorage):
    """Keeps bytes under their digest, two levels deep; it has no public address."""

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

    def url(self, name: str | None) -> str:
        raise ValueError("Originals have no public address.")


def blobs() -> Storage:
    return storages["blobs"]


def name_of(digest: str) -> str:
    """Where the bytes of this digest lie: `ab/cd/abcd…`."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def put(data: bytes) -> str:
    """Store bytes unless they are there already; returns their SHA-256."""
    digest = sha256(data)
    if not blobs().exists(name_of(digest)):
        blobs().save(name_of(digest), ContentFile(data))
    return digest


def get(digest: str) -> bytes:
    """The bytes of this digest, unchecked (`verify` checks). Raises FileNotFoundError."""
    with blobs().open(name_of(digest)) as file:
        data: bytes = file.read()
    return data
