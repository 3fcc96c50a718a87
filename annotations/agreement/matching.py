"""Which marks of two readers are about the same words, and how the marks of a pair differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class Marked(Protocol):
    """What is compared of a mark: its range, what it is said to be, and a claim's statement."""

    uid: Any
    start: Any
    end: Any
    kind: Any
    body: Any

    @property
    def label(self) -> str: ...


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True)
class Pair(Generic[M]):
    """Marks of the first and the second reader on the same words; one of them may be missing."""

    first: M | None
    second: M | None

    @property
    def matter(self) -> str:
        """Its name as long as the readers' marks stay: both ids, with a `/` between."""
        return "/".join(mark.uid if mark else "" for mark in (self.first, self.second))

    @property
    def differences(self) -> list[str]:
        """What the readers do not agree on, as words for a person; none where they agree."""
        if self.first is None or self.second is None:
            return ["only one reader marked these words"]
        one, other = self.first, self.second
        found = {
            "the ranges differ": (one.start, one.end) != (other.start, other.end),
            "the labels differ": one.label != other.label,
            "the statements differ": one.kind == other.kind == "claim"
            and plain(one.body) != plain(other.body),
        }
        return [words for words, is_so in found.items() if is_so]


def plain(statement: str) -> str:
    """A statement without what makes no other statement of it: case, blanks, the full stop."""
    return " ".join(statement.casefold().split()).rstrip(".")


def pairs(first: Sequence[M], second: Sequence[M]) -> list[Pair[M]]:
    """Every mark in one pair: with the mark of the other reader that shares most with it.

    Marks of the same words go together first, then by the share of words in common, then those
    that are called the same. The pairs come in the order of the text.
    """
    theirs: dict[int, int] = {}
    free = set(range(len(second)))
    for _, _, at, to in sorted(candidates(first, second)):
        if at not in theirs and to in free:
            theirs[at] = to
            free.remove(to)
    both = {at: second[to] for at, to in theirs.items()}
    found = [Pair(one, both.get(at)) for at, one in enumerate(first)]
    return sorted([*found, *(Pair(None, second[to]) for to in free)], key=place)


def candidates(
    first: Sequence[Marked], second: Sequence[Marked]
) -> Iterator[tuple[float, bool, int, int]]:
    """What could go together: the likelier, the smaller; then the places in both sequences."""
    by_start = sorted(range(len(second)), key=lambda to: second[to].start)
    for at, one in enumerate(first):
        for to in by_start:
            if second[to].start > one.end:
                break
            if common := share(one, second[to]):
                yield -common, one.label != second[to].label, at, to


def share(one: Marked, other: Marked) -> float:
    """How much of both is common to both, from 0 to 1; points agree where they are one."""
    if (one.start, one.end) == (other.start, other.end):
        return 1.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def place(pair: Pair[Any]) -> tuple[int, int]:
    found = [mark for mark in (pair.first, pair.second) if mark]
    return min((mark.start, mark.end) for mark in found)


def labels(found: Iterable[Pair[Any]]) -> list[tuple[str, str]]:
    """What each reader called the words that both marked."""
    return [(pair.first.label, pair.second.label) for pair in found if pair.first and pair.second]
