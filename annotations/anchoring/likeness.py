"""How much of a span still stands in the place that was found for it. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel

from annotations.anchoring.alignment import Alignment

# How many words on each side are the surroundings of a span.
AROUND = 16
# Longer passages (code points) are weighed by their words alone.
LONGEST = 20_000


class Likeness(NamedTuple):
    """From 0 to 1: how alike the characters are, how much of what the words say stands there
    still, and how much of the surroundings; and what the words say, in bits.
    """

    letters: float
    words: float
    around: float
    bits: float


def likeness(alignment: Alignment, span: tuple[int, int], place: tuple[int, int]) -> Likeness:
    """Of a span of the old text, which has words, and a range of the new one."""
    old, new = alignment.old, alignment.new
    first, last = old.within(*span)
    low, high = new.within(*place)
    bits = alignment.bits(first, last)
    words, there = old.level[slice(*span)], new.level[slice(*place)]
    kept = bits if words == there else _kept(alignment, range(first, last), low, high)
    letters = _alike(words, there, kept / (bits or 1))
    around = [*range(max(0, first - AROUND), first), *range(last, min(len(old), last + AROUND))]
    total = sum(alignment.bits(each, each + 1) for each in around)
    near = _kept(alignment, around, low - 2 * AROUND, high + 2 * AROUND)
    return Likeness(letters, kept / (bits or 1), near / total if total else 1.0, bits)


def _alike(words: str, there: str, otherwise: float) -> float:
    """How alike two passages are whatever their blanks; not weighed where they are very long."""
    if max(len(words), len(there)) > LONGEST:
        return otherwise
    return Indel.normalized_similarity(" ".join(words.split()), " ".join(there.split()))


def _kept(alignment: Alignment, words: Iterable[int], low: int, high: int) -> float:
    """What those of some words say that stand in a range of the new text."""
    to = alignment.to
    return sum(alignment.bits(each, each + 1) for each in words if low <= to[each] < high)
