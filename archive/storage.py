"""The content-addressed store of originals: a file's name is the SHA-256 of its bytes."""

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages

from archive.digests import sha256


class BlobStorage(FileSystemStorage):
    """Keeps bytes under their digest, two levels deep; it has no public address."""

    def url(self, name: str | None) -> str:
        raise ValueError("Originals have no public address.")


def blobs() -> Storage:
    return storages["blobs"]


def name_of(digest: str) -> str:
    """Where the bytes of this digest lie: `ab/cd/abcd…`."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def put(data: bytes) -> str:
    """Store bytes unless they are there already; returns their SHA-256.

    Django's storage writes a temporary file and moves it, so that a whole file is there or none.
    """
    digest = sha256(data)
    if not blobs().exists(name_of(digest)):
        blobs().save(name_of(digest), ContentFile(data))
    return digest


def get(digest: str) -> bytes:
    """The bytes of this digest, unchecked (`verify` checks). Raises FileNotFoundError."""
    with blobs().open(name_of(digest)) as file:
        data: bytes = file.read()
    return data
