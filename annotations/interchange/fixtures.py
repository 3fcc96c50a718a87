"""The `fixtures` format: a folder of rows, and of files named by the digest of their bytes.

archive.json    an array, one row a line, as `loaddata` reads it; no rendition text
blobs/<sha256>  originals
texts/<sha256>.txt  texts of renditions, UTF-8, line ends as they are
manifest.json   format, audience, digest and counts; the names of the other files are digests
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotations.interchange import folder
from annotations.interchange.records import Records, records
from annotations.interchange.rows import Row, line
from annotations.interchange.snapshot import snapshot
from archive import storage
from archive.digests import sha256
from archive.errors import Refused
from archive.models import Document

FORMAT = "variorum-fixtures/1"
ROWS, BLOBS, TEXTS = "archive.json", "blobs", "texts"
# Texts held in memory at a time.
FEW = 5


def export(
    target: Path,
    *,
    audience: str,
    documents: list[Document] | None = None,
    step: Callable[[], object] = bool,
) -> dict[str, Any]:
    """Write an export to the folder `target`, whole or not at all; returns its manifest.

    `step` is called after every row and file. Raises `Refused` where the target is something
    else, or a stored original or text is not what its digest says.
    """
    with folder.replacing(target, FORMAT) as unfinished, snapshot():
        chosen = records(audience, documents)
        manifest = {
            "format": FORMAT,
            "audience": audience,
            "documents": documents and sorted(document.slug for document in documents),
            ROWS: write_rows(unfinished / ROWS, chosen.rows, step),
            BLOBS: write_blobs(unfinished / BLOBS, chosen, step),
            TEXTS: write_texts(unfinished / TEXTS, chosen, step),
            "left_out": chosen.left_out,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (unfinished / folder.MANIFEST).write_text(text, encoding="utf-8", newline="")
    return manifest


def write_rows(path: Path, rows: Iterable[Row], step: Callable[[], object]) -> dict[str, Any]:
    """The array, a row a line; returns its digest and how many rows of each model it holds."""
    digest, counts = hashlib.sha256(), Counter[str]()
    with path.open("wb") as file:
        for part in lines(rows, counts):
            digest.update(part)
            file.write(part)
            step()
    return {"sha256": digest.hexdigest(), "rows": dict(sorted(counts.items()))}


def lines(rows: Iterable[Row], counts: Counter[str]) -> Iterator[bytes]:
    before = "[\n"
    for row in rows:
        counts[row.model._meta.label_lower] += 1
        yield f"{before}{line(row)}".encode()
        before = ",\n"
    yield b"\n]\n" if counts else b"[]\n"


def write_blobs(path: Path, chosen: Records, step: Callable[[], object]) -> dict[str, int]:
    path.mkdir()
    count = size = 0
    digests = chosen.blobs.order_by("sha256").values_list("sha256", flat=True)
    for digest in digests.iterator():
        size += copy(digest, path / digest)
        count += 1
        step()
    return {"files": count, "bytes": size}


def copy(digest: str, target: Path) -> int:
    """Copy an original and check it on the way; returns its size in bytes."""
    found = hashlib.sha256()
    try:
        with storage.blobs().open(storage.name_of(digest)) as source, target.open("wb") as file:
            for part in source.chunks():
                found.update(part)
                file.write(part)
    except FileNotFoundError:
        raise Refused(
            f"The file of blob {digest} is missing: `verify` says what else is."
        ) from None
    if found.hexdigest() != digest:
        raise Refused(f"The file of blob {digest} is damaged: `verify` says what else is.")
    return target.stat().st_size


def write_texts(path: Path, chosen: Records, step: Callable[[], object]) -> dict[str, int]:
    """A file for each text; two renditions of the same text share it."""
    path.mkdir()
    size = count = 0
    rows = chosen.renditions.order_by("uid").values_list("uid", "text_sha256", "text")
    for uid, digest, text in rows.iterator(chunk_size=FEW):
        if sha256(text) != digest:
            raise Refused(f"The text of rendition {uid} is not what its digest says: run `verify`.")
        target = path / f"{digest}.txt"
        if not target.exists():
            size, count = size + target.write_bytes(text.encode()), count + 1
        step()
    return {"files": count, "bytes": size}
