"""Where a span of the old text stands in the new one, after their alignment. Pure."""

from collections import defaultdict
from math import log2
from typing import NamedTuple

from annotations.anchoring.alignment import NEAR, Alignment
from annotations.anchoring.chains import Gap
from annotations.anchoring.cuts import Cutting
from annotations.anchoring.limits import Limits
from annotations.anchoring.moves import CERTAIN


class Found(NamedTuple):
    """Code points of the new text, and the moved block they are in (0: none)."""

    start: int
    end: int
    group: int


class Placing:
    """Places spans of one or more words after an alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.old, self.new = alignment.old, alignment.new
        self.to, self.group = alignment.to, alignment.group
        self.cutting = Cutting(self.old, self.new)
        self.limits = Limits(alignment, self.cutting)

    def place(self, start: int, end: int) -> Found | None:
        """The likeliest place, however unlike its words are."""
        first, last = self.old.within(start, end)
        group = self._group(first, last)
        inside = [each for each in range(first, last) if self.alignment.is_in(each, group)]
        if not inside:
            return self._unknown(first, last, group)
        begin = self.limits.begin(start, first, inside[0])
        found = Found(begin, self.limits.finish(end, last, inside[-1]), group)
        return found if found.start < found.end else None

    def verbatim(self, start: int, end: int) -> Found | None:
        """The one place of the very same words, if they stand once in either text and say enough
        for that to be no chance.
        """
        first, last = self.old.within(start, end)
        words = self.old.said(first, last)
        enough = CERTAIN + log2(len(self.old) * max(1, len(self.new)))
        if self.alignment.bits(first, last) < enough:
            return None
        place = self.new.level.find(words)
        if place < 0 or self.new.level.count(words) + self.old.level.count(words) > 2:
            return None
        begin = place + start - self.old.starts[first]
        return Found(begin, begin + end - start, -1)

    def _group(self, first: int, last: int) -> int:
        """The moved block, or 0, that most of the words belong to; or else those around them."""
        share: dict[int, float] = defaultdict(float)
        for each in range(first, last):
            if self.to[each] >= 0:
                share[self.group[each]] += self.alignment.bits(each, each + 1)
        if share:
            return max(share, key=lambda group: (share[group], -group))
        around = {self.group[each] for each in self._nearest(first, last)}
        return around.pop() if len(around) == 1 else 0

    def _nearest(self, first: int, last: int) -> list[int]:
        """The nearest words before and after that stand in both texts."""
        before = range(first - 1, max(-1, first - NEAR), -1)
        after = range(last, min(len(self.to), last + NEAR))
        found = (
            next((each for each in side if self.to[each] >= 0), -1) for side in (before, after)
        )
        return [each for each in found if each >= 0]

    def _unknown(self, first: int, last: int, group: int) -> Found | None:
        """Where none of its words is known: between the nearest words that are."""
        before, after = (
            self.alignment.near(first - 1, -1, group),
            self.alignment.near(last, 1, group),
        )
        low_new = self.to[before] + 1 if before >= 0 else 0
        high_new = self.to[after] if after >= 0 else len(self.new)
        low, high = before + 1, after if after >= 0 else len(self.old)
        if first - low >= NEAR or high - last >= NEAR or high_new <= low_new:
            return None
        gap = self.cutting.narrowed(Gap(low, high, low_new, high_new), first, last)
        if gap is None:
            return None
        begin = self.cutting.cut(gap, first, is_end=False)
        finish = self.cutting.cut(gap._replace(old=first, new=begin), last, is_end=True)
        if begin >= finish:
            return None
        return Found(self.new.starts[begin], self.new.ends[finish - 1], group)
