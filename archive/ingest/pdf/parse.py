"""PDF: pages in reading order, an empty line between them. Where each begins is in the metadata.

A file without a text layer, or one that is encrypted, is kept all the same: its text is empty, and
`completeness` says why.
"""

from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader

from archive.ingest.encoding import replace_unstorable, replaced
from archive.ingest.lines import Line, lines
from archive.ingest.marks import marks
from archive.ingest.parsed import Parsed, Section
from archive.ingest.pdf.furniture import furniture
from archive.ingest.pdf.opened import Encrypted, attempt, bounded, opened, pages
from archive.ingest.pdf.outline import entries, headings
from archive.ingest.pdf.paragraphs import body
from archive.ingest.pdf.properties import labels, language, properties

NAME, VERSION = "variorum.pdf", "1"
_LACKING = "text not extractable: "


class Read(NamedTuple):
    """The words of each page; the numbers, from 1, of those that failed and that show pictures."""

    words: list[str]
    failed: list[int]
    pictured: list[int]


def parse(data: bytes, name: str = "") -> Parsed:
    """The text with its structure. Raises Unreadable where the file is broken or too large."""
    with bounded():
        try:
            return _parsed(opened(data))
        except Encrypted:
            lack = f"{_LACKING}the file is encrypted"
            said = ["The file is encrypted and could not be read: it is kept as it is."]
            return _made("", completeness=lack, warnings=said)


def _parsed(reader: PdfReader) -> Parsed:
    read = _read(reader)
    said = properties(reader)
    written, starts = _joined(read.words)
    text, count = replace_unstorable(written)
    printed = labels(reader)
    return _made(
        text,
        sections=_sections(reader, text, starts),
        marks=marks(text),
        title=said.get("title"),
        authors=[said["author"]] if "author" in said else [],
        language=language(reader),
        completeness=_completeness(read),
        warnings=[*_warnings(read), *replaced(count)],
        metadata={
            "pages": starts,
            **({"page_labels": printed} if printed else {}),
            **({"properties": said} if said else {}),
        },
    )


def _made(text: str, **found: Any) -> Parsed:
    return Parsed(
        text=text, format="pdf", extractor=NAME, extractor_version=VERSION, encoding="", **found
    )


def _read(reader: PdfReader) -> Read:
    read = Read([], [], [])
    for number, page in enumerate(pages(reader), start=1):
        words = attempt(page.extract_text, None)
        read.words.append((words or "").strip())
        if words is None:
            read.failed.append(number)
        elif not words.strip() and _pictures(page):
            read.pictured.append(number)
    return read


def _pictures(page: PageObject) -> bool:
    """Whether the page draws something, and has a picture to draw."""

    def shown() -> bool:
        resources: Any = page["/Resources"].get_object()
        found = resources.get("/XObject", {})
        drawn = [each.get_object() for each in found.get_object().values()] if found else []
        content = page.get_contents()
        draws = content is not None and b"Do" in content.get_data()
        return draws and any(each.get("/Subtype") == "/Image" for each in drawn)

    return attempt(shown, False)


def _joined(words: list[str]) -> tuple[str, list[int]]:
    """One text of the pages, and where each begins; one without words begins where it would."""
    text, starts = "", []
    pieces: list[str] = []
    length = 0
    for page in words:
        gap = "\n\n" if length and page else ""
        pieces += [gap, page]
        starts.append(length + len(gap))
        length += len(gap) + len(page)
    text = "".join(pieces)
    return text, starts


def _sections(reader: PdfReader, text: str, starts: list[int]) -> list[Section]:
    """Page by page: headings by the outline, lists, paragraphs, and what runs along the edges."""
    by_page: list[list[Line]] = [[] for _ in starts]
    at = 0
    for row in lines(text):
        while at + 1 < len(starts) and starts[at + 1] <= row.start:
            at += 1
        by_page[at].append(row)
    outline = entries(reader)
    apart = furniture(by_page)
    return [
        section
        for number, rows in enumerate(by_page)
        for section in body(rows, headings(rows, outline.get(number, [])), apart)
    ]


def _completeness(read: Read) -> str:
    """What of the file is not in the text."""
    count = len(read.words)
    if not any(read.words):
        pictures = f"no text layer, pages that show pictures: {len(read.pictured)} of {count}"
        return _LACKING + (pictures if read.pictured else f"no words on any of {count} pages")
    lacking = sorted({*read.failed, *read.pictured})
    return f"no text of pages {_listed(lacking)}, of {count}" if lacking else ""


def _warnings(read: Read) -> list[str]:
    failed = f"Pages that could not be read: {_listed(read.failed)}."
    pictured = f"Pages of pictures without words: {_listed(read.pictured)}."
    blank = "There is no text to extract: the file is kept as it is."
    return [
        *[failed] * bool(read.failed),
        *[pictured] * bool(read.pictured),
        *[blank] * (not any(read.words)),
    ]


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return shown + (f" … ({len(numbers)} in all)" if len(numbers) > 20 else "")
