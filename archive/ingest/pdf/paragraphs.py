"""Paragraphs of a page that is nothing but lines: they end where a line is left short."""

from collections.abc import Sequence

from archive.ingest import blocks, sentences
from archive.ingest.blocks import Found, headline, section
from archive.ingest.lines import Line
from archive.ingest.parsed import Section
from archive.ingest.pdf.outline import Titled

_SHORT, _SHORTER, _LONGEST_ITEM = 0.9, 0.7, 30


def body(rows: list[Line], titles: dict[int, Titled], apart: set[int]) -> list[Section]:
    """The sections of a page; `titles` are by index, the lines of `apart` by their start."""
    found: list[Section] = []
    lines = Lines(_width(rows))
    at = first = 0
    while at <= len(rows):
        title = titles.get(at)
        if at < len(rows) and not title and rows[at].start not in apart:
            at += 1
            continue
        found += blocks.body(rows[first:at], (lines.items, lines.paragraph))
        if at < len(rows):
            found.append(_heading(rows, at, title) if title else section("residue", rows[at]))
        at += title.lines if title else 1
        first = at
    return found


def _heading(rows: list[Line], at: int, title: Titled) -> Section:
    row, last = rows[at], rows[at + title.lines - 1]
    whole = row._replace(start=row.first, end=last.last)
    return headline("heading", whole, title.level, row.first, last.last)


class Lines:
    """Recognisers for a page whose full lines are this wide."""

    def __init__(self, width: int) -> None:
        self.width = width

    def paragraph(self, rows: list[Line], at: int) -> Found:
        """The lines up to one that ends it, or up to a list."""
        after = at + 1
        while after < len(rows) and not _ended(rows[after - 1], rows[after], self.width):
            if blocks.ITEM.match(rows[after].words) and self.items(rows, after):
                break
            after += 1
        return Found([section("paragraph", rows[at], rows[after - 1])], after)

    def items(self, rows: list[Line], at: int) -> Found | None:
        """Two or more bulleted or numbered lines, each with those that it runs on in."""
        starts: list[int] = []
        after = at
        while after < len(rows) and self._goes_on(rows, starts, after):
            if not starts or blocks.follows(rows[starts[-1]].words, rows[after].words):
                starts.append(after)
            after += 1
        if len(starts) < 2:
            return None
        ends = [start - 1 for start in starts[1:]] + [after - 1]
        inside = [section("item", rows[a], rows[b]) for a, b in zip(starts, ends, strict=True)]
        return Found([section("list", rows[at], rows[after - 1]), *inside], after)

    def _goes_on(self, rows: list[Line], starts: list[int], at: int) -> bool:
        """Whether a line begins an item, the next one, or runs on in the one above."""
        if not starts:
            return bool(blocks.ITEM.match(rows[at].words))
        follows = blocks.follows(rows[starts[-1]].words, rows[at].words)
        within = at - starts[-1] < _LONGEST_ITEM
        return follows or (within and not _ended(rows[at - 1], rows[at], self.width))


def _width(rows: Sequence[Line]) -> int:
    """How long a full line is: most are, but a few run on."""
    lengths = sorted(len(row.words) for row in rows)
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _ended(row: Line, below: Line, width: int) -> bool:
    """Whether a paragraph ends with the line: it is short, and reads as an end or is very short."""
    length = len(row.words)
    if below.gap:
        return True
    closed = row.words.endswith((*sentences.ENDS, "”", '"', "»", ")"))
    begins = not below.words[0].islower()
    return begins and (length < _SHORT * width if closed else length < _SHORTER * width)
