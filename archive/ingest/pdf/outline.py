"""The outline of a PDF, and the lines of its pages that are its entries."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from pypdf import PdfReader

from archive.ingest.lines import Line
from archive.ingest.pdf.opened import attempt

_NUMBERED = re.compile(
    r"(?:(?:chapter|section|part|article|annex|appendix|kapitel|abschnitt|teil|artikel|anhang"
    r"|chapitre|partie|annexe|глава|раздел|часть|статья) )?"
    r"(?:§ ?)?(?:\d{1,4}(?:\.\d{1,4})*|[ivxlc]{1,7}|[a-z])[.):]? "
)
_LONGEST = 3  # lines


class Entry(NamedTuple):
    """A bookmark: its words, its page from 0, its depth from 1."""

    title: str
    page: int
    level: int


class Titled(NamedTuple):
    """A heading found on its page: how many lines it takes and its level."""

    lines: int
    level: int


def entries(reader: PdfReader) -> dict[int, list[Entry]]:
    """The entries by page, in order. A broken outline is none."""
    found: dict[int, list[Entry]] = {}
    for entry in _entries(reader, attempt(lambda: reader.outline, []), 1):
        found.setdefault(entry.page, []).append(entry)
    return found


def headings(rows: list[Line], wanted: list[Entry]) -> dict[int, Titled]:
    """Where the entries of a page stand on it, by index of their first line."""
    known = _titles(rows) if wanted else {}
    found: dict[int, Titled] = {}
    after = 0
    for entry in wanted:
        places = known.get(folded(entry.title), [])
        nearest = bisect_left(places, (after, 0))
        if nearest < len(places):
            at, count = places[nearest]
            found[at] = Titled(count, entry.level)
            after = at + count
    return found


def folded(words: str) -> str:
    """Words made alike for comparing: case, blanks, ligatures."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _titles(rows: list[Line]) -> dict[str, list[tuple[int, int]]]:
    """Where each title would stand: its first line and how many; it may have a number before it."""
    places: dict[str, list[tuple[int, int]]] = {}
    lines = [folded(row.words) for row in rows]
    for at in range(len(lines)):
        for count in range(1, min(_LONGEST, len(lines) - at) + 1):
            words = " ".join(lines[at : at + count])
            number = _NUMBERED.match(words)
            for title in {words, words[number.end() :] if number else words}:
                places.setdefault(title, []).append((at, count))
    return places


def _title(entry: Any) -> str:
    return str(entry.title or "")


def _entries(reader: PdfReader, outline: list[Any], level: int) -> Iterator[Entry]:
    for each in outline:
        if isinstance(each, list):
            yield from _entries(reader, each, level + 1)
        else:
            page = attempt(partial(reader.get_destination_page_number, each), None)
            title = attempt(partial(_title, each), "")
            if page is not None and page >= 0:
                yield Entry(title, page, level)
