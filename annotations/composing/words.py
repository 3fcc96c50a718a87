"""What counts as the same words: case folded, punctuation dropped. Pure.

A leak is a withheld range found whole, or a run of four of its words. Punctuation inside a word
is both deleted and taken as a gap, so that neither spelling slips through.
"""

import re
from collections.abc import Iterable, Iterator

RUN = 4
PUNCTUATION = re.compile(r"[^\w\s]|_")


def spellings(text: str) -> Iterator[list[str]]:
    """The text's words, with punctuation deleted, then with punctuation as a gap."""
    folded = text.casefold()
    yield PUNCTUATION.sub("", folded).split()
    yield PUNCTUATION.sub(" ", folded).split()


def runs(text: str, length: int = RUN) -> set[tuple[str, ...]]:
    """Every run of `length` words in a row."""
    return {
        tuple(words[at : at + length])
        for words in spellings(text)
        for at in range(len(words) - length + 1)
    }


class Shown:
    """Text that is rightly shown: every run of up to four of its words."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.runs: set[tuple[str, ...]] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        for length in range(1, RUN + 1):
            self.runs |= runs(text, length)


class Withheld:
    """Words that must not be shown: their four-word runs, and whole ranges shorter than that."""

    def __init__(self, texts: Iterable[str] = (), *, shown: Shown | None = None) -> None:
        """`shown` is what stands beside them and is rightly shown, such as the article."""
        self.runs: set[tuple[str, ...]] = set()
        self.shorts: set[tuple[str, ...]] = set()
        for text in texts:
            self.add(text, shown or Shown())

    def add(self, text: str, shown: Shown) -> None:
        self.runs |= runs(text) - shown.runs
        shorts = {tuple(words) for words in spellings(text) if 0 < len(words) < RUN}
        self.shorts |= shorts - shown.runs

    def less(self, shown: Shown) -> "Withheld":
        """These words without what is rightly shown somewhere."""
        left = Withheld()
        left.runs, left.shorts = self.runs - shown.runs, self.shorts - shown.runs
        return left

    def holds(self, text: str) -> bool:
        """Whether the text repeats any of it."""
        if not (self.runs or self.shorts) or not text:
            return False
        lengths = {len(words) for words in self.shorts}
        return not self.runs.isdisjoint(runs(text)) or any(
            not self.shorts.isdisjoint(runs(text, length)) for length in lengths
        )
