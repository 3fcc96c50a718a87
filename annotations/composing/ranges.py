"""Arithmetic of ranges (start, end) in code points, end exclusive. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Range = tuple[int, int]


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Sorted, without overlaps; ranges that touch become one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def subtract(ranges: Iterable[Range], removed: Iterable[Range]) -> list[Range]:
    """What is left of `ranges` without `removed`, in one sweep over both."""
    return list(left_over(merge(ranges), merge(removed)))


def left_over(ranges: list[Range], removed: list[Range]) -> Iterator[Range]:
    first = 0
    for start, end in ranges:
        while first < len(removed) and removed[first][1] <= start:
            first += 1
        at = first
        while at < len(removed) and removed[at][0] < end:
            if start < removed[at][0]:
                yield start, removed[at][0]
            start = max(start, removed[at][1])
            at += 1
        if start < end:
            yield start, end


def overlaps(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def holding(span: Range, merged: list[Range]) -> Range | None:
    """The one of `merged` ranges (see `merge`) that the whole span lies in."""
    at = bisect_right(merged, span[0], key=lambda held: held[0]) - 1
    return merged[at] if at >= 0 and span[1] <= merged[at][1] else None


def covered(span: Range, ranges: Iterable[Range]) -> bool:
    """Whether the whole span lies in ranges; an empty span lies in what holds its point."""
    if span[0] == span[1]:
        return any(start <= span[0] <= end for start, end in ranges)
    return not subtract([span], ranges)
