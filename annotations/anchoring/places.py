"""Where a span of the old text stands in the new one, after their alignment. Pure."""

from collections import defaultdict
from math import log2
from typing import NamedTuple

from annotations.anchoring.alignment import MOVED, Alignment
from annotations.anchoring.chains import Gap
from annotations.anchoring.cuts import Cutting
from annotations.anchoring.words import ENDS, SENTENCE

# How many words away the nearest words may be that both texts share.
NEAR = 400
# How many words before a passage may have been put into its first sentence, or after it.
PUT = 12

Range = tuple[int, int]


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

    def place(self, start: int, end: int) -> Found | None:
        """The likeliest place, however unlike its words are."""
        first, last = self.old.within(start, end)
        group = self._group(first, last)
        inside = [each for each in range(first, last) if self._is_in(each, group)]
        if not inside:
            return self._unknown(first, last, group)
        begin, finish = self._first_known(inside[0], first), self._last_known(inside[-1], last)
        found = Found(
            self._begin(start, first, *begin, group), self._finish(end, last, *finish, group), group
        )
        return found if found.start < found.end else None

    def verbatim(self, start: int, end: int) -> Found | None:
        """The one place of the very same words, if they stand once in either text and say enough
        for that to be no chance.
        """
        first, last = self.old.within(start, end)
        words = self.old.said(first, last)
        chance = MOVED + log2(len(self.old) * max(1, len(self.new)))
        place = self.new.level.find(words)
        is_chance = self.alignment.bits(first, last) < chance
        if place < 0 or is_chance or self.new.level.count(words) + self.old.level.count(words) > 2:
            return None
        begin = place + start - self.old.starts[first]
        return Found(begin, begin + end - start, -1)

    def _is_in(self, word: int, group: int) -> bool:
        return self.to[word] >= 0 and self.group[word] == group

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

    def _near(self, word: int, step: int, group: int) -> int:
        """The nearest word of a group, from here on; or -1."""
        end = max(-1, word - NEAR) if step < 0 else min(len(self.to), word + NEAR)
        return next((each for each in range(word, end, step) if self._is_in(each, group)), -1)

    def _first_known(self, word: int, first: int) -> Range:
        """The word of each text from which on, backwards, the texts no longer agree."""
        there = self.to[word]
        while word > first and there > 0 and self.old.keys[word - 1] == self.new.keys[there - 1]:
            word, there = word - 1, there - 1
        return word, there

    def _last_known(self, word: int, last: int) -> Range:
        there, end = self.to[word], len(self.new)
        while (
            word + 1 < last
            and there + 1 < end
            and self.old.keys[word + 1] == self.new.keys[there + 1]
        ):
            word, there = word + 1, there + 1
        return word, there

    def _begin(self, start: int, first: int, known: int, there: int, group: int) -> int:
        """Where the span begins, if its word `known` stands at `there`."""
        if first == known:
            place = self.new.starts[there] + start - self.old.starts[known]
            lead = self.old.text[start : self.old.starts[known]]
            if start > self.old.starts[known] or (
                lead and place >= 0 and self.new.text[place : self.new.starts[there]] == lead
            ):
                return place
            return self.new.starts[self._put_before(first, there)]
        if self.old.level[self.old.starts[known]] in ENDS and known + 1 < len(self.to):
            # A full stop that another sentence has too.
            known, there = known + 1, there + 1
        low_new = self._free(there, -1)
        before = self._near(first - 1, -1, group)
        if before >= 0 and self.to[before] + 1 == low_new:
            gap = Gap(before + 1, known, low_new, there)
        else:
            gap = Gap(first, known, max(low_new, there - 2 * (known - first) - 8), there)
        return self.new.starts[self.cutting.cut(gap, first, is_end=False)]

    def _finish(self, end: int, last: int, known: int, there: int, group: int) -> int:
        """Where the span ends, if its word `known` stands at `there`."""
        if last - 1 == known:
            place = self.new.ends[there] + end - self.old.ends[known]
            rest = self.old.text[self.old.ends[known] : end]
            return (
                place
                if self.new.text[self.new.ends[there] : place] == rest
                else self.new.ends[there]
            )
        high_new = self._free(there + 1, 1)
        after = self._near(last, 1, group)
        if after >= 0 and self.to[after] == high_new:
            gap = Gap(known + 1, after, there + 1, high_new)
        else:
            gap = Gap(known + 1, last, there + 1, min(high_new, there + 1 + 2 * (last - known) + 8))
        return self.new.ends[self.cutting.cut(gap, last, is_end=True) - 1]

    def _free(self, word: int, step: int) -> int:
        """How far, from a word of the new text on, the words have no place in the old one."""
        back = self.alignment.back
        if step < 0:
            while word > 0 and back[word - 1] < 0:
                word -= 1
        else:
            while word < len(back) and back[word] < 0:
                word += 1
        return word

    def _put_before(self, first: int, there: int) -> int:
        """Back to where the sentence now begins, whose first word has become one within it."""
        old, new = self.old.starts[first], self.new.starts[there]
        if self.old.text[old] == self.new.text[new] or self.old.parting(first) < SENTENCE:
            return there
        for place in range(there, max(-1, there - PUT), -1):
            if self.new.parting(place) >= SENTENCE:
                return place
            if place == 0 or self.alignment.back[place - 1] >= 0:
                break
        return there

    def _unknown(self, first: int, last: int, group: int) -> Found | None:
        """Where none of its words is known: between the nearest words that are."""
        before, after = self._near(first - 1, -1, group), self._near(last, 1, group)
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
