"""What a payload holds, under the headers that it came with."""

import re
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from archive.ingest.formats import parse
from archive.ingest.parsed import Parsed
from archive.ingest.warc import choosing
from archive.ingest.warc.coding import undone
from archive.ingest.warc.record import Record


def parsed(source: Record, payload: bytes) -> Parsed | None:
    """The document in it; None where the first bytes show that it is none."""
    media = choosing.media_type(source)
    content, said = undone(
        payload,
        transfer=source.answer("Transfer-Encoding"),
        content=source.answer("Content-Encoding") or _packed(source, payload),
    )
    kind = choosing.format_of(media, content)
    if not kind:
        return None
    name = "" if kind == "auto" else PurePosixPath(urlsplit(source.address).path).name
    written = source.answer("Content-Type") or source.header("Content-Type")
    found = parse(content, name=name, format=kind, charset=charset(written))
    return replace(found, warnings=[*said, *found.warnings])


def charset(content_type: str) -> str:
    """The encoding that the header names, "" where it names none."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    return found[1] if found else ""


def _packed(source: Record, payload: bytes) -> str:
    """A payload of which no headers are at hand tells by itself that it is compressed."""
    return "gzip" if source.http is None and payload.startswith(b"\x1f\x8b") else ""
