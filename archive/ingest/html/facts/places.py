"""Ranges of the text, joined so that many thousands can be asked."""

from bisect import bisect_right
from collections.abc import Iterable

Range = tuple[int, int]


class Places:
    """Whether a range lies within some others, those that overlap taken as one."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._joined: list[Range] = []
        for start, end in sorted(ranges):
            if self._joined and start <= self._joined[-1][1]:
                self._joined[-1] = (self._joined[-1][0], max(end, self._joined[-1][1]))
            else:
                self._joined.append((start, end))

    def hold(self, place: Range) -> bool:
        at = bisect_right(self._joined, (place[0], float("inf"))) - 1
        return at >= 0 and place[1] <= self._joined[at][1]
