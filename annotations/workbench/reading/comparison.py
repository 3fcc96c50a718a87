"""How far two readers of a text agree, in figures."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from annotations.actions.adjudicate import Matter
from annotations.agreement.labelling import kappa
from annotations.agreement.matching import labels
from annotations.agreement.unitizing import Unit, alpha
from annotations.models import AnnotationKind, DoubleReading, Reading, ReadingMark

Range = tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """Alpha over what both read, in all kinds together and in each; kappa over shared words.

    A figure is None where there is nothing to measure. `read` and `empty` count passages: read by
    both, and found empty by both.
    """

    spans: float | None
    by_kind: dict[str, float | None]
    labels: float | None
    read: int
    empty: int


def compared(double: DoubleReading, matters: Iterable[Matter]) -> Comparison:
    both = common(double)
    readers = [[*units(each, both)] for each in double.readings.order_by("number")]
    length = sum(end - start for start, end in both)
    kinds = sorted({unit.category for each in readers for unit in each})
    return Comparison(
        spans=alpha(length, readers),
        by_kind={kind: alpha(length, readers, kind) for kind in kinds},
        labels=kappa(labels(matter.pair for matter in matters)),
        read=len(both),
        empty=empty(double, both),
    )


def common(double: DoubleReading) -> list[Range]:
    """The passages that both readers went through: only there can they agree."""
    first, second = (
        set(each.passages.values_list("start", "end"))
        for each in double.readings.order_by("number")
    )
    return sorted(first & second)


def units(reading: Reading, both: list[Range]) -> Iterator[Unit]:
    """A reader's marks on a continuum that is made of the common passages alone."""
    starts = [start for start, _ in both]
    before = [0, *accumulate(end - start for start, end in both)]
    for mark in reading.marks.standing().exclude(kind=AnnotationKind.LACUNA):
        for at in range(max(0, bisect_right(starts, mark.start) - 1), len(both)):
            low, high = max(mark.start, both[at][0]), min(mark.end, both[at][1])
            if both[at][0] >= mark.end:
                break
            if low < high:
                shift = before[at] - both[at][0]
                yield Unit(low + shift, high + shift, mark.kind)


def empty(double: DoubleReading, both: list[Range]) -> int:
    rows = ReadingMark.objects.standing().filter(reading__double=double)
    marked = list(rows.values_list("start", "end"))
    return sum(not any(start < high and low <= end for start, end in marked) for low, high in both)
