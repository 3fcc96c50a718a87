"""Words of two texts side by side, with what surrounds them; what only one has is told. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from archive.comparing import Piece, compare

# So many characters are shown before and after the words.
AROUND = 280

Range = tuple[int, int]


class Bit(NamedTuple):
    """A run of words: `is_own` if only this side has them, `is_marked` if the mark lies on them."""

    words: str
    is_own: bool
    is_marked: bool


class Place(NamedTuple):
    """A range of a text; `covered` are the ranges that are shown only to who asks."""

    text: str
    start: int
    end: int
    covered: tuple[Range, ...] = ()

    @property
    def is_covered(self) -> bool:
        return any(low < self.end and self.start < high for low, high in self.covered)

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def window(self) -> Range:
        """The range with what surrounds it, as far as nothing covered is in it; whole words."""
        low, high = max(0, self.start - AROUND), min(len(self.text), self.end + AROUND)
        if not self.is_covered:
            low = max([low, *(end for _, end in self.covered if end <= self.start)])
            high = min([high, *(start for start, _ in self.covered if start >= self.end)])
        before, after = self.text[low : self.start], self.text[self.end : high]
        if low and (blank := re.search(r"\s", before)):
            low += blank.end()
        if high < len(self.text) and (last := re.search(r"\s\S*\Z", after)):
            high -= len(after) - last.start()
        return low, high


class Sides(NamedTuple):
    """`right` is empty where no place is proposed."""

    left: list[Bit]
    right: list[Bit]
    went: int
    came: int


def sides(old: Place, new: Place | None) -> Sides:
    """Both places with their surroundings, and how many words of the mark went and came."""
    if new is None:
        low, high = old.window
        return Sides([*bits([Piece("same", old.text[low:high])], "left", low, old)], [], 0, 0)
    (low, high), (first, last) = old.window, new.window
    pieces = compare(old.text[low:high], new.text[first:last])
    left = [*bits(pieces, "left", low, old)]
    right = [*bits(pieces, "right", first, new)]
    return Sides(left, right, own(left), own(right))


def bits(pieces: Iterable[Piece], side: str, at: int, place: Place) -> Iterator[Bit]:
    """The pieces of one side, cut where the mark begins and ends."""
    for piece in pieces:
        if piece.kind not in ("same", side):
            continue
        after = at + len(piece.words)
        edges = sorted({at, *(edge for edge in place[1:3] if at < edge < after), after})
        for start, end in pairwise(edges):
            is_marked = place.start <= start and end <= place.end
            yield Bit(place.text[start:end], piece.kind == side, is_marked)
        at = after


def own(found: list[Bit]) -> int:
    """How many words of the mark, counted between blanks, only this side has."""
    return sum(len(bit.words.split()) for bit in found if bit.is_own and bit.is_marked)
