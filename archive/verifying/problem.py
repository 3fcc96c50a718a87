"""What a check finds, and how much it looked at."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Rows held in memory at a time.
CHUNK = 50


@dataclass(frozen=True)
class Problem:
    """An object that is not what it was: its kind, its name, and what is wrong with it."""

    kind: str
    name: str
    problem: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}: {self.problem}."


# How many objects of each kind were looked at.
Tally = Counter[str]
Check = Callable[[Tally], Iterator[Problem]]
