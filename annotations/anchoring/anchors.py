"""Places of quotations, and how well they fit. Pure."""

from typing import NamedTuple

from rapidfuzz import fuzz

# How well quotation and context together must fit, and by how much better than the next place.
ENOUGH, MARGIN = 0.78, 0.03
# A quotation of this length says as much about its place as its context does.
EVEN = 40


class Quotation(NamedTuple):
    """Words with those before and after them."""

    exact: str
    prefix: str
    suffix: str


class Anchor(NamedTuple):
    """Where a quotation stands: `score` from 0 to 1, 1 where words and context are unchanged."""

    start: int
    end: int
    score: float


def weigh(text: str, anchor: Anchor, wanted: Quotation) -> Anchor:
    """Words and context in one score: the longer the quotation, the less its context counts.

    Changed words without any context have to be far more alike than those that have one.
    """
    exact, prefix, suffix = wanted
    sides = []
    if prefix:
        sides.append(_likeness(prefix, text[max(0, anchor.start - len(prefix)) : anchor.start]))
    if suffix:
        sides.append(_likeness(suffix, text[anchor.end : anchor.end + len(suffix)]))
    if not sides:
        return anchor._replace(score=anchor.score**2)
    share = len(exact) / (len(exact) + EVEN)
    context = (max(sides) + sum(sides) / len(sides)) / 2
    return anchor._replace(score=share * anchor.score + (1 - share) * context)


def _likeness(wanted: str, there: str) -> float:
    return fuzz.ratio(" ".join(wanted.split()), " ".join(there.split())) / 100
