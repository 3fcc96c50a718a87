"""Where new words were put in between old ones, if that can be read in several ways. Pure.

"A. B." and "A. New. B.": the first full stop may be followed by "New." or the last be preceded by
it. What was put in is rather whole sentences, paragraphs or lines.
"""

from collections.abc import Iterator

from annotations.anchoring.alignment import Alignment
from annotations.anchoring.chains import Block
from annotations.anchoring.words import Words

# How many words may be read in two ways.
MOST = 100


def settled(alignment: Alignment) -> Iterator[Block]:
    """Runs of words that are rather to be taken elsewhere: `new` is where they begin there."""
    to, group, new = alignment.to, alignment.group, alignment.new
    for word in range(1, len(to)):
        left, right = to[word - 1], to[word]
        if left < 0 or right <= left + 1 or group[word - 1] != group[word]:
            continue
        forth = _alike(alignment, word, left + 1, 1)
        aback = _alike(alignment, word - 1, right - 1, -1)
        shifts = range(-aback, forth + 1)
        best = max(shifts, key=lambda by: (_parted(new, left + 1 + by, right + by), -abs(by)))
        if best > 0:
            yield Block(word, left + 1, best)
        elif best < 0:
            yield Block(word + best, right + best, -best)


def _parted(new: Words, first: int, end: int) -> int:
    return new.parting(first) + new.parting(end)


def _alike(alignment: Alignment, word: int, there: int, step: int) -> int:
    """How many words from here on are the same as free ones on the other side of the gap."""
    old, new, to, back = alignment.old, alignment.new, alignment.to, alignment.back
    first, shift = word, to[word] - word
    while (
        0 <= word < len(to)
        and abs(word - first) < MOST
        and to[word] - word == shift
        and back[there] < 0
        and old.keys[word] == new.keys[there]
    ):
        word += step
        there += step
    return abs(word - first)
