"""Ranged things over a text, found by place without looking at all of them. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from annotations.composing.ranges import Range


class Ranged(Protocol):
    """Anything with a range."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Ranged)


class Layer(Generic[T]):
    """Items in the order of their starts; those near a span lie within the longest one's reach."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items = sorted(items, key=attrgetter("start"))
        self.starts = [item.start for item in self.items]
        self.longest = max((item.end - item.start for item in self.items), default=0)

    def touching(self, span: Range) -> Iterator[T]:
        """The items that overlap the span or end where it begins or begin where it ends."""
        first = bisect_left(self.starts, span[0] - self.longest)
        last = bisect_right(self.starts, span[1])
        return (item for item in self.items[first:last] if item.end >= span[0])
