"""The formats by name, and the choice among them where nobody says."""

from collections.abc import Callable

from archive.ingest import jsonl, text, wikitext
from archive.ingest.detect import format_of_text, is_row
from archive.ingest.docx import parse as docx
from archive.ingest.encoding import decode
from archive.ingest.html import parse as html
from archive.ingest.parsed import Parsed
from archive.ingest.signature import signature
from archive.ingest.unreadable import Unreadable


def _pdf(data: bytes, name: str) -> Parsed:
    # Its parser takes 50 MB and half a second to load, and most processes never need it.
    from archive.ingest.pdf import parse as pdf

    return pdf.parse(data, name)


READERS: dict[str, Callable[[bytes, str], Parsed]] = {
    "text": text.parse,
    "wikitext": wikitext.parse,
    "html": html.parse,
    "pdf": _pdf,
    "docx": docx.parse,
    "jsonl": jsonl.parse,
}
FORMATS = ("auto", *READERS)


def parse(
    data: bytes,
    *,
    name: str = "",
    format: str = "auto",  # noqa: A002
    charset: str = "",
) -> Parsed:
    """The text of a received file and its structure; `name` is the file's, a hint to its format.

    `charset` is the encoding that came with a page, as in the header of a response. Raises
    Unreadable, with a sentence that says why, for everything that is not read.
    """
    if format not in (*FORMATS, "warc"):
        raise Unreadable(f"There is no format “{format}”; there are {', '.join(FORMATS)}.")
    if not data:
        raise Unreadable("The file is empty.")
    looks = signature(data, name if format == "auto" else "")
    chosen = looks if format == "auto" or looks in ("pdf", "docx", "warc") else format
    if "warc" in (chosen, format):
        raise Unreadable("A web archive is not one item: it is read record by record, from a path.")
    if chosen == "html":
        return html.parse(data, name, charset)
    return READERS[chosen or _guess(data)](data, name)


def _guess(data: bytes) -> str:
    decoded = decode(data)
    return "jsonl" if is_row(decoded.text) else format_of_text(decoded.text)
