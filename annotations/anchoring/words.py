"""A text as words and marks, told apart by number. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from math import log2

from annotations.folding import levelled

# Writing without blanks between words: each character by itself.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED += "\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:_+[^\W_{_UNSPACED}]+)*|[^\w\s]|_")
# What ends a sentence, and a part of one.
ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964")
CLAUSES = frozenset(",;:—–(")
# How strongly the blanks or marks before a word part it from the one before.
PARAGRAPH, SENTENCE, CLAUSE = 3, 2, 1


class Words:
    """Where each word of a text begins and ends (code points), and its key: words that differ
    only in case, and marks that are folded alike, have the same one.
    """

    def __init__(self, text: str, numbers: dict[str, int]) -> None:
        self.text = text
        self.level = levelled(text, ignore_case=True)
        found = [match.span() for match in _WORD.finditer(self.level)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        level = self.level
        self.keys = [numbers.setdefault(level[a:b], len(numbers)) for a, b in found]

    def __len__(self) -> int:
        return len(self.keys)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie in a range of the text, those cut by its ends included."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def said(self, first: int, end: int) -> str:
        """The text of some words, levelled."""
        return self.level[self.starts[first] : self.ends[end - 1]] if first < end else ""

    def parting(self, word: int) -> int:
        """How strongly a word is parted from the one before it."""
        if word <= 0 or word >= len(self.keys):
            return PARAGRAPH
        return parting(self.text, self.starts[word])


def parting(text: str, place: int) -> int:
    """How strongly what begins at a place is parted from what stands before it."""
    before = text[max(0, place - 40) : place]
    words = before.rstrip()
    if not words and len(before) == place:
        return PARAGRAPH
    lines = before[len(words) :].count("\n")
    if lines > 1:
        return PARAGRAPH
    mark = words.rstrip("\"'”’»)]*_")[-1:]
    if mark in ENDS and len(words) < len(before):
        return SENTENCE
    if lines:
        # A line that goes on with a small letter was only broken there.
        return CLAUSE if text[place : place + 1].islower() else SENTENCE
    return CLAUSE if mark in CLAUSES else 0


class Weights:
    """How much it says that a word stands in both texts, in bits: the rarer, the more."""

    def __init__(self, old: Words, new: Words) -> None:
        count = Counter(old.keys)
        count.update(new.keys)
        total = sum(count.values()) or 1
        bits = {key: log2(total / times) for key, times in count.items()}
        self.old = [0.0, *accumulate(bits[key] for key in old.keys)]
        self.new = [0.0, *accumulate(bits[key] for key in new.keys)]
