"""Krippendorff's alpha for unitizing: do readers mark the same stretches of a continuum?

K. Krippendorff, Content Analysis (2nd edition, 2004), pages 251 to 256. One is agreement, zero is
what chance gives, less is systematic disagreement. Lengths are code points. No kept library
computes it.
"""

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import NamedTuple


class Unit(NamedTuple):
    """A stretch that a reader marked, and as what."""

    start: int
    end: int
    category: str


class Stretch(NamedTuple):
    """A part of the continuum as one reader saw it: a unit of the category, or a gap."""

    start: int
    end: int
    is_unit: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def alpha(length: int, readers: Sequence[Iterable[Unit]], category: str = "") -> float | None:
    """Agreement of two or more readers on a continuum from 0 to `length`, in one category or all.

    Units of one reader and category that overlap count as one. None where nobody marked anything,
    so that there is nothing to agree on.
    """
    units = [list(each) for each in readers]
    wanted = {category} if category else {unit.category for each in units for unit in each}
    seen = [[stretches(length, each, name) for each in units] for name in sorted(wanted)]
    expected = sum(_expected(length, rows) for rows in seen)
    observed = sum(_observed(length, rows) for rows in seen)
    return 1 - observed / expected if expected else None


def stretches(length: int, units: Iterable[Unit], category: str) -> list[Stretch]:
    """The continuum cut up by one reader's units of a category, gaps between them included."""
    found: list[Stretch] = []
    end = 0
    for unit in sorted(unit for unit in units if unit.category == category):
        if found and unit.start < end:
            found[-1] = found[-1]._replace(end=max(end, unit.end))
        else:
            found += [*_gap(end, unit.start), Stretch(unit.start, unit.end, True)]
        end = found[-1].end
    return [*found, *_gap(end, length)]


def _gap(start: int, end: int) -> list[Stretch]:
    return [Stretch(start, end, False)] if start < end else []


def _observed(length: int, rows: list[list[Stretch]]) -> float:
    total = sum(_difference(ours, theirs) for ours, theirs in permutations(rows, 2))
    return total / (len(rows) * (len(rows) - 1) * length**2)


def _difference(ours: list[Stretch], theirs: list[Stretch]) -> int:
    """The squared differences of the stretches of two readers, in one walk along both."""
    total = left = right = 0
    while left < len(ours) and right < len(theirs):
        one, other = ours[left], theirs[right]
        total += _squared(one, other)
        left += one.end <= other.end
        right += other.end <= one.end
    return total


def _squared(one: Stretch, other: Stretch) -> int:
    """Of two stretches that intersect: how far their ends lie apart, or what one saw alone."""
    if one.is_unit and other.is_unit:
        return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
    if one.is_unit and other.start <= one.start and one.end <= other.end:
        return one.length**2
    if other.is_unit and one.start <= other.start and other.end <= one.end:
        return other.length**2
    return 0


def _expected(length: int, rows: list[list[Stretch]]) -> float:
    """What the same units and gaps would give if they lay anywhere."""
    units = [each.length for row in rows for each in row if each.is_unit]
    gaps = [each.length for row in rows for each in row if not each.is_unit]
    total = sum(
        (len(units) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit)
        + unit**2 * sum(gap - unit + 1 for gap in gaps if gap >= unit)
        for unit in units
    )
    whole = len(rows) * length
    places = whole * (whole - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 / length * total / places if places else 0.0
