"""Where a span begins and ends in the new text, of which some words are known. Pure."""

from annotations.anchoring.alignment import Alignment
from annotations.anchoring.chains import Gap
from annotations.anchoring.cuts import Cutting
from annotations.anchoring.words import ENDS, SENTENCE

# How many words before a passage may have been put into its first sentence.
PUT = 12
# How many new words in a row are looked at.
FAR = 2_000
# Where nothing is known beyond a span, it may have grown to twice its words and some more.
GROWN, SOME = 2, 8


class Limits:
    """The ends of spans of one or more words, after an alignment."""

    def __init__(self, alignment: Alignment, cutting: Cutting) -> None:
        self.alignment, self.cutting = alignment, cutting
        self.old, self.new, self.to = alignment.old, alignment.new, alignment.to

    def begin(self, start: int, first: int, known: int) -> int:
        """Where a span begins whose first words are `first` and, of those that stand in the new
        text, `known`.
        """
        group = self.alignment.group[known]
        known, there = self._first_known(known, first)
        if first == known:
            place = self.new.starts[there] + start - self.old.starts[known]
            lead = self.old.text[start : self.old.starts[known]]
            if start > self.old.starts[known] or (
                lead and place >= 0 and self.new.text[place : self.new.starts[there]] == lead
            ):
                return place
            return self.new.starts[self._put_before(first, there)]
        is_last = known + 1 == len(self.old) or there + 1 == len(self.new)
        if self.old.level[self.old.starts[known]] in ENDS and not is_last:
            # A full stop that another sentence has too.
            known, there = known + 1, there + 1
        low_new = self._free(there, -1)
        before = self.alignment.near(first - 1, -1, group)
        if before >= 0 and self.to[before] + 1 == low_new:
            gap = Gap(before + 1, known, low_new, there)
        else:
            gap = Gap(first, known, max(low_new, there - GROWN * (known - first) - SOME), there)
        return self.new.starts[self.cutting.cut(gap, first, is_end=False)]

    def finish(self, end: int, last: int, known: int) -> int:
        """Where a span ends, before the word `last`, whose last one in the new text is `known`."""
        group = self.alignment.group[known]
        known, there = self._last_known(known, last)
        if last - 1 == known:
            place = self.new.ends[there] + end - self.old.ends[known]
            rest = self.old.text[self.old.ends[known] : end]
            is_same = self.new.text[self.new.ends[there] : place] == rest
            return place if is_same else self.new.ends[there]
        high_new = self._free(there + 1, 1)
        after = self.alignment.near(last, 1, group)
        if after >= 0 and self.to[after] == high_new:
            gap = Gap(known + 1, after, there + 1, high_new)
        else:
            gap = Gap(
                known + 1, last, there + 1, min(high_new, there + 1 + GROWN * (last - known) + SOME)
            )
        return self.new.ends[self.cutting.cut(gap, last, is_end=True) - 1]

    def _free(self, word: int, step: int) -> int:
        """How far, from a word of the new text on, the words have no place in the old one."""
        back, first = self.alignment.back, word
        ahead = -1 if step < 0 else 0
        while 0 <= word + ahead < len(back) and back[word + ahead] < 0 and abs(word - first) < FAR:
            word += step
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

    def _first_known(self, word: int, first: int) -> tuple[int, int]:
        """The word of each text from which on, backwards, the texts no longer agree."""
        there = self.to[word]
        while word > first and there > 0 and self.old.keys[word - 1] == self.new.keys[there - 1]:
            word, there = word - 1, there - 1
        return word, there

    def _last_known(self, word: int, last: int) -> tuple[int, int]:
        there, end = self.to[word], len(self.new)
        while (
            word + 1 < last
            and there + 1 < end
            and self.old.keys[word + 1] == self.new.keys[there + 1]
        ):
            word, there = word + 1, there + 1
        return word, there
