"""Fixity of originals: every file is there and has the SHA-256 that is its name."""

import hashlib
from collections.abc import Iterator

from archive import storage
from archive.models import Blob
from archive.verifying.problem import CHUNK, Problem, Tally


def blobs(tally: Tally) -> Iterator[Problem]:
    rows = Blob.objects.order_by("sha256").values_list("sha256", "size")
    for digest, size in rows.iterator(chunk_size=CHUNK):
        tally["blob"] += 1
        if problem := fault(digest, size):
            yield Problem("blob", digest, problem)


def fault(digest: str, size: int) -> str:
    """What is wrong with a blob's file, "" where nothing is."""
    try:
        found, length = measured(digest)
    except FileNotFoundError:
        return "its file is missing"
    except OSError as error:
        return f"its file cannot be read ({error.strerror})"
    if found != digest:
        return f"its file has another SHA-256 ({length} bytes instead of {size})"
    return "" if length == size else f"its file has {length} bytes, the row says {size}"


def measured(digest: str) -> tuple[str, int]:
    """SHA-256 and length of the stored bytes, read in pieces."""
    found, length = hashlib.sha256(), 0
    with storage.blobs().open(storage.name_of(digest)) as file:
        for piece in file.chunks():
            found.update(piece)
            length += len(piece)
    return found.hexdigest(), length
