"""What is left of a text between ranges that are spoken for."""

from collections.abc import Iterable, Iterator

from archive.ingest.html.pen import trimmed
from archive.ingest.parsed import Section

Range = tuple[int, int]


def residue(text: str, wholes: Iterable[Range], taken: Iterable[Range]) -> list[Section]:
    """A residue section for each run inside a whole that no taken range holds."""
    rows = sorted(taken)
    return [
        Section("residue", start, end) for whole in wholes for start, end in rest(text, whole, rows)
    ]


def rest(text: str, whole: Range, taken: Iterable[Range]) -> Iterator[Range]:
    """The parts of a range, without white space at their ends, outside ranges in order."""
    at, end = whole
    for start, stop in taken:
        if stop <= at or start >= end:
            continue
        yield from _words(text, at, start)
        at = max(at, stop)
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Range]:
    if start < end and not text[start:end].isspace():
        yield trimmed(text, start, end)
