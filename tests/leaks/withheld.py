"""What must not be seen, and whether a text gives it away. Pure.

A leak is a removed range found whole, or four of its words in a row that are shown nowhere. Nothing
here prints a word: a leak is named by rendition and range.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tests.leaks.decoding import spellings, squashed

RUN = 4
# What generated archives write into every comment, handle and address that may be withheld.
TOKEN = re.compile(r"zq[a-z0-9]{10}")


@dataclass(frozen=True)
class Piece:
    """A removed range; its words never show in a message."""

    name: str
    words: str = field(repr=False, compare=False)


@dataclass
class Withheld:
    """Removed ranges, less the words that are rightly shown somewhere.

    `shown` are texts of documents as open editions may show them, `said` is all that open
    editions say, whether rightly or not.
    """

    pieces: list[Piece] = field(repr=False)
    shown: list[str] = field(repr=False)
    said: str = field(repr=False, default="")

    @cached_property
    def shown_runs(self) -> set[tuple[str, ...]]:
        return {
            run for text in self.shown for size in range(1, RUN + 1) for run in runs(text, size)
        }

    @cached_property
    def runs(self) -> dict[tuple[str, ...], Piece]:
        """Runs of four words, and whole ranges that are shorter, with the range they are of."""
        found: dict[tuple[str, ...], Piece] = {}
        for piece in self.pieces:
            for words in spellings(piece.words):
                size = min(RUN, len(words))
                found |= {run: piece for run in runs_of(words, size) if size}
        return {run: piece for run, piece in found.items() if run not in self.shown_runs}

    @cached_property
    def openings(self) -> dict[str, set[int]]:
        """First words of the runs and how long those are, so that a page is read once."""
        found: dict[str, set[int]] = {}
        for run in self.runs:
            found.setdefault(run[0], set()).add(len(run))
        return found

    @cached_property
    def tokens(self) -> dict[str, Piece]:
        """Words that nobody writes by chance: found in any spelling, inside other words too."""
        rightly = {token for text in self.shown for token in TOKEN.findall(text.casefold())}
        found = {
            token: piece for piece in self.pieces for token in TOKEN.findall(piece.words.casefold())
        }
        return {token: piece for token, piece in found.items() if token not in rightly}

    def found_in(self, text: str) -> set[str]:
        """The names of the ranges that a text gives away."""
        letters = squashed(text)
        found = {piece.name for token, piece in self.tokens.items() if token in letters}
        for words in spellings(text):
            found |= {self.runs[run].name for run in self.matches(words)}
        return found

    @cached_property
    def vocabulary(self) -> set[str]:
        """Every word of what is removed."""
        return {word for piece in self.pieces for words in spellings(piece.words) for word in words}

    def is_secret(self, word: str) -> bool:
        """Whether a removed word is said nowhere, so that no search may know it."""
        return word.casefold() in self.vocabulary and word.casefold() not in self.said

    def matches(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        for at, word in enumerate(words):
            for size in self.openings.get(word, ()):
                run = tuple(words[at : at + size])
                if run in self.runs:
                    yield run


def runs_of(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    return (run for words in spellings(text) for run in runs_of(words, size))
