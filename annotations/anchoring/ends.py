"""Where exactly a quotation begins and ends, once it is known about where it stands. Pure.

Likeness finds the place but not its ends: that is why each end is weighed by itself.
"""

import re
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcodes

from annotations.anchoring.anchors import Quotation

# How many characters at an end of a changed quotation decide where that end lies.
EDGE = 48
# How many characters more than found are looked at, on either side.
SLACK = 24


class Edge(NamedTuple):
    """What the first and the last character of a quotation may look like."""

    start: re.Pattern[str]
    end: re.Pattern[str]


_WORD = Edge(re.compile(r"(?<!\w)\w"), re.compile(r"\w(?!\w)"))
_MARK = Edge(re.compile(r"(?<!\w)\w|[^\w\s]"), re.compile(r"\w(?!\w)|[^\w\s]"))


def placed(text: str, wanted: Quotation, start: int, end: int) -> tuple[int, int]:
    """Put both ends at edges of words, where the characters inside and outside fit best."""
    exact, before, after = wanted
    slack, edge = max(16, len(exact) // 4), min(EDGE, len(exact))

    def begins(place: int) -> float:
        outside = text[max(0, place - len(before) - 1) : place]
        is_same = text[place] == exact[0]
        return is_same + _fit(exact[:edge], text[place : place + edge], before, outside)

    def ends(place: int) -> float:
        outside = text[place + 1 : place + len(after) + 2]
        inside = text[max(start, place + 1 - edge) : place + 1]
        return (text[place] == exact[-1]) + _fit(exact[-edge:], inside, after, outside)

    first, last = (_WORD if each.isalnum() else _MARK for each in (exact[0], exact[-1]))
    start = max(_edges(text, start, slack, first.start), key=begins, default=start)
    edges = [place for place in _edges(text, end - 1, slack, last.end) if place >= start]
    return start, 1 + max(edges, key=ends, default=max(start, end - 1))


def _fit(wanted: str, inside: str, context: str, outside: str) -> float:
    """How well the words of an end fit, and those beyond it where the quotation says them."""
    beyond = fuzz.ratio(context, outside.strip()) if context else 0
    return fuzz.ratio(wanted, inside) + beyond


def _edges(text: str, around: int, slack: int, edge: re.Pattern[str]) -> list[int]:
    """Where words begin or end, at most `slack` characters away; matches see the text beyond."""
    low, high = max(0, around - slack), min(len(text), around + slack + 1)
    return [place for place in range(low, high) if edge.match(text, place)]


def aligned(text: str, wanted: Quotation, start: int, end: int) -> tuple[int, int]:
    """Put both ends where, character for character, quotation and context meet.

    `start` and `end` are about where the quotation stands together with its context.
    """
    low, high = max(0, start - SLACK), min(len(text), end + SLACK)
    there = text[low:high]
    steps = Levenshtein.opcodes("".join((wanted.prefix, wanted.exact, wanted.suffix)), there)
    first = len(wanted.prefix)
    begin, finish = (_met(steps, cut) for cut in (first, first + len(wanted.exact)))
    return low + _edge(there, *begin, is_end=False), low + _edge(there, *finish, is_end=True)


def _met(steps: Opcodes, cut: int) -> tuple[int, int]:
    """Where what stands before a cut ends in the other text, and where what follows begins."""
    before, after = 0, steps.dest_len
    for step in steps:
        if step.src_start < cut <= step.src_end and step.tag != "insert":
            before = min(step.dest_start + cut - step.src_start, step.dest_end)
        if step.src_start <= cut < step.src_end:
            after = min(step.dest_start + cut - step.src_start, step.dest_end)
    return before, max(before, after)


def _edge(text: str, low: int, high: int, *, is_end: bool) -> int:
    """The edge of a word among the places where a quotation may end, or else the innermost."""
    edge = _MARK.end if is_end else _MARK.start
    shift = -1 if is_end else 0
    places = range(low, high + 1) if is_end else range(high, low - 1, -1)
    fitting = (place for place in places if place + shift >= 0 and edge.match(text, place + shift))
    return next(fitting, low if is_end else high)
