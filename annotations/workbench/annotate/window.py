"""The part of a long list of marks that is shown: which marks, which numbers, which come next."""

from dataclasses import dataclass

from annotations.workbench.annotate.card import Card
from annotations.workbench.annotate.marked import SHOWN


@dataclass(frozen=True)
class Window:
    """`cards` are the marks from number `first` (from 1) of `total`, deleted ones not counted."""

    cards: list[Card]
    first: int
    total: int
    is_whole: bool = False

    @property
    def last(self) -> int:
        return self.first + len(self.cards) - 1

    @property
    def numbers(self) -> str:
        """Which marks these are, of how many."""
        return f"{self.first:,}–{self.last:,} of {self.total:,}"

    @property
    def previous(self) -> int | None:
        """The number that the window before this one begins with."""
        return max(1, self.first - SHOWN) if self.first > 1 else None

    @property
    def next(self) -> int | None:
        return self.last + 1 if self.last < self.total else None
