"""Where a changed passage is to be cut, so that what lies on either side fits best. Pure."""

from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from annotations.anchoring.chains import Gap
from annotations.anchoring.words import Words

# How many words on each side of a cut are weighed.
CLOSE = 60
# What a cut costs, in letters, for each step by which it parts its words otherwise.
PARTED = 3
# And for each letter by which the side of it that is the span's grows or shrinks.
GROWN = 0.15
# Below this likeness (of 100) other words are no rewording.
ALIKE = 60


class Cutting(NamedTuple):
    """The two texts that passages are cut in."""

    old: Words
    new: Words

    def cut(self, gap: Gap, word: int, *, is_end: bool) -> int:
        """The word of the new text before which to cut, as the old one is cut before `word`.

        What was put in at the end, or the beginning, of a span is rather outside of it.
        """
        low, high = max(gap.old, word - CLOSE), min(gap.old_end, word + CLOSE)
        head, tail = self.old.said(low, word), self.old.said(word, high)
        parting = self.old.parting(word)

        def cost(place: int) -> float:
            before = self.new.said(max(gap.new, place - 2 * CLOSE), place)
            after = self.new.said(place, min(gap.new_end, place + 2 * CLOSE))
            letters = Indel.distance(head, before) + Indel.distance(tail, after)
            parted = abs(self.new.parting(place) - parting)
            grown = len(before) - len(head) if is_end else len(after) - len(tail)
            return letters + PARTED * parted + GROWN * abs(grown)

        return min(range(gap.new, gap.new_end + 1), key=cost)

    def narrowed(self, gap: Gap, first: int, last: int) -> Gap | None:
        """A gap that is much longer than its old words, cut down to where they most likely are."""
        if gap.new_end - gap.new <= 3 * (gap.old_end - gap.old) + CLOSE:
            return gap
        wanted, there = self.old.said(first, last), self.new.said(gap.new, gap.new_end)
        found = fuzz.partial_ratio_alignment(wanted, there, score_cutoff=ALIKE)
        if found is None:
            return None
        offset, slack = self.new.starts[gap.new], 4 + (last - first) // 2
        low, high = self.new.within(offset + found.dest_start, offset + found.dest_end)
        return Gap(first, last, max(gap.new, low - slack), min(gap.new_end, high + slack))
