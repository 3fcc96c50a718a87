"""Blocks that plain text and wikitext share, each recognised where it begins.

A recogniser is given the lines and where to look; it gives back what it found and the line after,
or None where nothing of its kind begins. `body` asks them in turn, the paragraph last.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from archive.ingest import lines, sentences
from archive.ingest.lines import Line
from archive.ingest.parsed import Section

ITEM = re.compile(r"(?P<bullet>[-*•‣–])\s+\S|(?P<number>\d{1,3}|[a-z])[.)]\s+\S")
_WIDEST, _NARROWEST = 100, 30


class Found(NamedTuple):
    """The sections recognised, and the index of the first line that is not in them."""

    sections: list[Section]
    after: int


Recogniser = Callable[[list[Line], int], Found | None]


def body(rows: list[Line], recognisers: Sequence[Recogniser]) -> Iterator[Section]:
    """The sections of the lines; what no recogniser takes is paragraphs."""
    at = 0
    while at < len(rows):
        found = recognise(rows, at, recognisers) or _paragraphs(rows, at, recognisers)
        yield from found.sections
        at = found.after


def recognise(rows: list[Line], at: int, recognisers: Sequence[Recogniser]) -> Found | None:
    """What begins at the line, by the first recogniser that knows it."""
    for each in recognisers:
        if found := each(rows, at):
            return found
    return None


def section(kind: str, first: Line, last: Line | None = None, level: int | None = None) -> Section:
    """A section from the words of one line to those of another."""
    return Section(kind, first.first, (last or first).last, level)


def headline(kind: str, row: Line, level: int | None, start: int, end: int) -> Section:
    """A title or heading: the whole line, with the range of its words."""
    return Section(kind, row.start, row.end, level, start, end)


def items(rows: list[Line], at: int) -> Found | None:
    """Two or more bulleted or numbered lines in a row, with the indented ones that go on."""
    starts, after = [at], at + 1
    if not ITEM.match(rows[at].words):
        return None
    while after < len(rows) and not rows[after].gap:
        if follows(rows[starts[-1]].words, rows[after].words):
            starts.append(after)
        elif _indent(rows[after]) <= _indent(rows[at]):
            break
        after += 1
    if len(starts) < 2:
        return None
    ends = [start - 1 for start in starts[1:]] + [after - 1]
    inside = [section("item", rows[a], rows[b]) for a, b in zip(starts, ends, strict=True)]
    return Found([section("list", rows[at], rows[after - 1]), *inside], after)


def quotation(rows: list[Line], at: int) -> Found | None:
    """Lines that begin with the sign of quoted mail."""
    return _started_by(">", "quotation", rows, at)


def table(rows: list[Line], at: int) -> Found | None:
    """Two or more lines of cells between bars."""
    found = _started_by("|", "table", rows, at)
    return found if found and found.after - at > 1 else None


def _started_by(sign: str, kind: str, rows: list[Line], at: int) -> Found | None:
    if rows[at].words[0] != sign:
        return None
    after = at
    while (
        after < len(rows) and rows[after].words[0] == sign and (after == at or not rows[after].gap)
    ):
        after += 1
    return Found([section(kind, rows[at], rows[after - 1])], after) if after > at else None


def follows(words: str, next_words: str) -> bool:
    """Whether a line is the next item after another: the same bullet, or the next number."""
    one, two = ITEM.match(words), ITEM.match(next_words)
    if not one or not two:
        return False
    if one["bullet"]:
        return one["bullet"] == two["bullet"]
    return bool(two["number"]) and _ordinal(two["number"]) == _ordinal(one["number"]) + 1


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else ord(number) + 1000


def _indent(row: Line) -> int:
    return row.first - row.start


def _paragraphs(rows: list[Line], at: int, recognisers: Sequence[Recogniser]) -> Found:
    """One paragraph where the lines are hard-wrapped, else a paragraph for each."""
    after, end = at + 1, lines.run(rows, at)
    while after < end and not recognise(rows, after, recognisers):
        after += 1
    if after == at + 1:
        return Found([section("paragraph", rows[at])], after)
    block = rows[at:after]
    if _hard_wrapped(block):
        return Found([section("paragraph", block[0], block[-1])], after)
    return Found([section("paragraph", row) for row in block], after)


def _hard_wrapped(block: list[Line]) -> bool:
    """Whether the next line's first word would not have fitted on any line of the block."""
    width = max(len(row.words) for row in block)
    if len(block) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = [*pairwise(block)]
    full = all(len(a.words) + 1 + len(b.words.split(None, 1)[0]) > width for a, b in pairs)
    return full and not all(a.words.endswith(sentences.ENDS) for a, _ in pairs)
