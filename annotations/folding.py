"""Texts made alike for searching: blanks, quotation marks, dashes and, if wanted, case. Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

_BLANKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_ALIKE = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": _BLANKS,
}
_TABLE = str.maketrans({mark: plain for plain, marks in _ALIKE.items() for mark in marks})
_RUN = re.compile(" {2,}")


def levelled(text: str, *, ignore_case: bool) -> str:
    """The text with one form of each mark and blank, character for character: the same length."""
    small = text.lower() if ignore_case else text
    if len(small) != len(text):
        small = "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
    return small.translate(_TABLE)


class Folded:
    """A text folded for searching, with the way back from its places to those of the text."""

    def __init__(self, text: str, *, ignore_case: bool) -> None:
        self.ignore_case = ignore_case
        level = levelled(text, ignore_case=ignore_case)
        runs = [run.span() for run in _RUN.finditer(level)]
        removed = [end - start - 1 for start, end in runs]
        self._removed = [0, *accumulate(removed)]
        self._begins = [start for start, _ in runs]
        # Where each run's one blank stands in the folded text.
        self._blanks = [run[0] - gone for run, gone in zip(runs, self._removed, strict=False)]
        self.text = _RUN.sub(" ", level)

    def fold(self, words: str) -> str:
        """Other words in the same manner, without blanks around them."""
        return self.fold_around(words).strip()

    def fold_around(self, words: str) -> str:
        """Other words in the same manner, with at most one blank before and after them."""
        return _RUN.sub(" ", levelled(words, ignore_case=self.ignore_case))

    def range(self, start: int, end: int) -> tuple[int, int]:
        """A range of the folded text as a range of the text."""
        return self._origin(start), self._origin(end - 1) + 1

    def place(self, offset: int) -> int:
        """About where a place of the text stands in the folded text."""
        return offset - self._removed[bisect_left(self._begins, offset)]

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Ranges of the text that hold these words. They do not overlap one another."""
        wanted = self.fold(words)
        if wanted:
            for hit in re.finditer(re.escape(wanted), self.text):
                yield self.range(*hit.span())

    def _origin(self, place: int) -> int:
        return place + self._removed[bisect_left(self._blanks, place)]


@lru_cache(maxsize=4)
def folded(text: str, *, ignore_case: bool) -> Folded:
    """A folded text. The last ones are kept: many quotations are looked for in one text."""
    return Folded(text, ignore_case=ignore_case)
