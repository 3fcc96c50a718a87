"""What a file is by its first bytes or its name, where it is no plain text."""

import re
from pathlib import PurePath

from archive.ingest.unreadable import Unreadable

_STARTS = (
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PK\x05\x06", "a zip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office file, or one with a password"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_NAMES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".warc": "warc",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^<>]*>|<!--(?s:.{0,2000}?)-->)*"
    rb"<(?:!doctype\s+html|html|head)[\s>]",
    re.IGNORECASE,
)
_START = 1 << 13


def signature(data: bytes, name: str = "") -> str:
    """`html pdf docx warc jsonl`, or "" for what may be plain text.

    Raises Unreadable, saying what it is, for bytes of a kind that is never read.
    """
    found = next((kind for start, kind in _STARTS if data.startswith(start)), "")
    if data.startswith(b"PK\x03\x04"):
        found = "docx" if b"word/" in data or name.endswith(".docx") else "a zip file"
    if found == "a gzip file" and name.endswith(".warc.gz"):
        found = "warc"
    if " " in found:
        raise Unreadable(f"The file is {found}, not a text.")
    start = data[:_START].replace(b"\x00", b"")  # of a page in UTF-16 as well
    return found or (
        "html" if _HTML.match(start) else _NAMES.get(PurePath(name).suffix.lower(), "")
    )
