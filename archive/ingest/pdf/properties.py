"""What a PDF says of itself: title, author, dates, language, the numbers printed on its pages."""

from functools import partial
from typing import Any

from pypdf import PdfReader

from archive.ingest.encoding import replace_unstorable
from archive.ingest.pdf.opened import attempt

_NAMES = ("title", "author", "subject", "keywords", "creator", "producer")
_DATES = {"created": "creation_date", "modified": "modification_date"}


def properties(reader: PdfReader) -> dict[str, str]:
    """The properties that are filled in; dates in ISO 8601, with a zone where one is given."""
    said: Any = attempt(lambda: reader.metadata, None)
    if not said:
        return {}
    found = {name: attempt(partial(getattr, said, name), None) for name in _NAMES}
    for name, attribute in _DATES.items():
        date = attempt(partial(getattr, said, attribute), None)
        found[name] = date.isoformat() if date else None
    return {name: plain(value) for name, value in found.items() if value and plain(value)}


def language(reader: PdfReader) -> str | None:
    return plain(attempt(lambda: reader.root_object.get("/Lang"), None)) or None


def labels(reader: PdfReader) -> list[str]:
    """The numbers of the pages as printed, where they are not 1, 2, 3 …"""
    said: list[str] = attempt(lambda: reader.page_labels, [])
    found = [plain(label) for label in said]
    return [] if found == [str(at) for at in range(1, len(found) + 1)] else found


def plain(value: object) -> str:
    return replace_unstorable(" ".join(str(value or "").split()))[0]
