"""Running heads, running feet and page numbers: what the pages repeat round their text."""

import re
from collections import Counter
from collections.abc import Sequence

from archive.ingest.lines import Line

_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.|s\.|стр\.?)\s*)?[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—]?"
    r"(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?",
    re.IGNORECASE,
)
_FEWEST = 3


def furniture(pages: Sequence[list[Line]]) -> set[int]:
    """The starts of the lines, first or last of their pages, that are no part of the text."""
    edges = [(end, row) for rows in pages for end, row in _edges(rows)]
    counts = Counter((end, _key(row)) for end, row in edges)
    return {
        row.start
        for end, row in edges
        if _NUMBER.fullmatch(row.words) or counts[end, _key(row)] >= max(_FEWEST, len(pages) // 4)
    }


def _edges(rows: list[Line]) -> list[tuple[int, Line]]:
    """The first line and the last, where more than they are on the page."""
    return [(0, rows[0]), (-1, rows[-1])] if len(rows) > 2 else [(-1, row) for row in rows[1:]]


def _key(row: Line) -> str:
    """The line without its numbers."""
    return re.sub(r"\d+", "#", row.words.casefold())
