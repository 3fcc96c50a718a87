"""Where a changed passage is to be cut, so that what lies on either side fits best. Pure."""

from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from annotations.anchoring.chains import Gap
from annotations.anchoring.words import SENTENCE, Words

# How many words on each side of a cut are weighed.
CLOSE = 60
# How many letters on each side, at most, and how many places from either end of a passage.
LETTERS, PLACES = 1_000, 200
# What a cut costs, in letters, for each step by which it parts its words otherwise.
PARTED = 3
# And for each letter by which the side of it that is the span's grows or shrinks.
GROWN = 0.15
# Less alike than this (of 1) a sentence is another.
LEAST = 0.6
# Below this likeness (of 100) other words are no rewording.
ALIKE = 60


class Cutting(NamedTuple):
    """The two texts that passages are cut in."""

    old: Words
    new: Words

    def cut(self, gap: Gap, word: int, *, is_end: bool) -> int:
        """The word of the new text before which to cut, as the old one is cut before `word`.

        The gap is between the words of a span that are known and its end, or its beginning: what
        was put in there is rather outside of it, as are sentences that stand for lost ones.
        """
        place = self._cheapest(gap, word, is_end=is_end)
        nearer = self._sentence(gap, word, is_end=is_end)
        if nearer is None:
            return place
        lost, there = (nearer[0], word), (nearer[1], place)
        if not is_end:
            lost, there = lost[::-1], there[::-1]
        words, others = self.old.said(*lost)[:LETTERS], self.new.said(*there)[:LETTERS]
        is_same = Indel.normalized_similarity(words, others) >= LEAST
        return place if is_same else nearer[1]

    def _sentence(self, gap: Gap, word: int, *, is_end: bool) -> tuple[int, int] | None:
        """Where, in either text, the sentence of the known words ends (or begins), if it does so
        within the span and no word is known of the sentence that the cut is in.
        """
        inner = range(gap.old, word) if is_end else range(gap.old_end, word, -1)
        outer = range(word, gap.old_end + 1) if is_end else range(word, gap.old - 1, -1)
        first = next((each for each in inner if self.old.parting(each) >= SENTENCE), None)
        is_known = len(outer) > 1 and all(self.old.parting(each) < SENTENCE for each in outer)
        if first is None or is_known:
            return None
        return first, self._cheapest(gap, first, is_end=is_end)

    def _cheapest(self, gap: Gap, word: int, *, is_end: bool) -> int:
        low, high = max(gap.old, word - CLOSE), min(gap.old_end, word + CLOSE)
        head, tail = self.old.said(low, word)[-LETTERS:], self.old.said(word, high)[:LETTERS]
        parting = self.old.parting(word)

        def cost(place: int) -> float:
            first, last = max(gap.new, place - 2 * CLOSE), min(gap.new_end, place + 2 * CLOSE)
            before = self.new.said(first, place)[-LETTERS:]
            after = self.new.said(place, last)[:LETTERS]
            letters = Indel.distance(head, before) + Indel.distance(tail, after)
            parted = abs(self.new.parting(place) - parting)
            grown = len(before) - len(head) if is_end else len(after) - len(tail)
            return letters + PARTED * parted + GROWN * abs(grown)

        places = range(gap.new, gap.new_end + 1)
        return min((*places[:PLACES], *places[PLACES:][-PLACES:]), key=cost)

    def narrowed(self, gap: Gap, first: int, last: int) -> Gap | None:
        """A gap that is much longer than its old words, cut down to where they most likely are."""
        if gap.new_end - gap.new <= 3 * (gap.old_end - gap.old) + CLOSE:
            return gap
        wanted, there = self.old.said(first, last), self.new.said(gap.new, gap.new_end)
        if len(wanted) > LETTERS:
            return None
        found = fuzz.partial_ratio_alignment(wanted, there, score_cutoff=ALIKE)
        if found is None:
            return None
        offset, slack = self.new.starts[gap.new], 4 + (last - first) // 2
        low, high = self.new.within(offset + found.dest_start, offset + found.dest_end)
        return Gap(first, last, max(gap.new, low - slack), min(gap.new_end, high + slack))
