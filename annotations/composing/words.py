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


class Withheld:
    """Words that must not be shown: their four-word runs, and whole ranges shorter than that."""

    def __init__(self, ranges: Iterable[str] = (), *, shown: Iterable[str] = ()) -> None:
        """`shown` is text that stands beside them and is rightly shown, such as the article."""
        rightly = " \n ".join(shown)
        texts = list(ranges)
        self.runs = {run for text in texts for run in runs(text)} - runs(rightly)
        shorts = {tuple(words) for text in texts for words in spellings(text) if words}
        self.shorts = {
            words for words in shorts if len(words) < RUN and words not in runs(rightly, len(words))
        }

    def holds(self, text: str) -> bool:
        """Whether the text repeats any of it."""
        if not (self.runs or self.shorts) or not text:
            return False
        lengths = {len(words) for words in self.shorts}
        return not self.runs.isdisjoint(runs(text)) or any(
            not self.shorts.isdisjoint(runs(text, length)) for length in lengths
        )
