"""Lines, as LF, CR LF and CR end them.

`str.splitlines` ends one at U+2028, form feeds and others too, which are part of a received text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What mostly stands between lines, and how many breaks that is; no blanks stand before the next.
_USUAL = {"": 0, "\n": 1, "\n\n": 2}
_NOT_BLANK = re.compile(r"\S[^\r\n]*")


class Line(NamedTuple):
    """A line that is not blank: its range, that of its words, the blank lines before it."""

    start: int
    end: int
    first: int
    last: int
    gap: int
    words: str


def lines(text: str) -> list[Line]:
    """The lines of the text that hold more than white space, in linear time."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    after = 0
    for found in _NOT_BLANK.finditer(text):
        first, end = found.span()
        words = found[0].rstrip()
        between = text[after:first]
        start, breaks = first, _USUAL.get(between)
        if breaks is None:
            start = 1 + max(after - 1, after + between.rfind("\n"), after + between.rfind("\r"))
            breaks = _breaks(between)
        yield Line(start, end, first, first + len(words), breaks - bool(after), words)
        after = end


def _breaks(between: str) -> int:
    return between.count("\n") + between.count("\r") - between.count("\r\n")


def run(rows: list[Line], at: int) -> int:
    """The index after the lines that follow `at` without a blank line between."""
    after = at + 1
    while after < len(rows) and not rows[after].gap:
        after += 1
    return after
