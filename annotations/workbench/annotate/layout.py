"""A text laid out as passages, and kept: a text never changes once it is stored."""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from annotations.workbench.annotate.passages import Passage, passages
from annotations.workbench.annotate.runs import Style
from archive.models import Rendition, Section
from archive.prepared import Prepared

# Characters of all texts that are kept in the memory of one process.
MOST = 8_000_000


class Part(NamedTuple):
    """A section, as passages are made of it."""

    kind: str
    level: int | None
    start: int
    end: int
    heading_start: int | None
    heading_end: int | None


TEXT = Prepared(lambda pk: Rendition.objects.filter(pk=pk).values_list("text", "marks"), int)
PARTS = Prepared(
    lambda pk: Section.objects.filter(rendition=pk).order_by("position").values_list(*Part._fields),
    int,
)


@dataclass(frozen=True)
class Layout:
    """`leaves` are in the order of the text, `starts` where they begin; `signs` are reference
    marks and the like; the words of `covered` ranges are shown only to who asks for them."""

    text: str
    passages: list[Passage]
    leaves: list[Passage]
    starts: list[int]
    signs: list[Style]
    covered: list[tuple[int, int]]

    @classmethod
    def read(cls, rendition: Rendition) -> "Layout":
        [(text, marks)] = TEXT(rendition.pk)
        whole = passages(text, [Part(*row) for row in PARTS(rendition.pk)])
        leaves = [leaf for passage in whole for leaf in passage.leaves()]
        signs = sorted(Style(mark["start"], mark["end"], mark["kind"]) for mark in marks)
        covered = [(each.start, each.end) for each in whole if each.kind == "comments"]
        return cls(text, whole, leaves, [leaf.start for leaf in leaves], signs, covered)

    def near(self, start: int, end: int) -> slice:
        """Which leaves a range touches; a point touches the leaf before it too."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return slice(first, max(first, bisect_left(self.starts, end + 1)))

    def bounds(self, leaves: slice) -> tuple[int, int]:
        """The range of these leaves, with the blanks before the first and after each."""
        start = self.starts[leaves.start] if leaves.start else 0
        is_last = leaves.stop >= len(self.starts)
        return start, len(self.text) + 1 if is_last else self.starts[leaves.stop]

    def leaf_at(self, place: int) -> str:
        """The id of the leaf that a place is in, or that stands last before it."""
        number = bisect_right(self.starts, place) - 1
        return self.leaves[max(0, number)].name if self.leaves else ""

    def is_covered(self, start: int, end: int) -> bool:
        return any(low < end and start < high for low, high in self.covered)

    def signs_of(self, leaf: Passage) -> list[Style]:
        first = bisect_left(self.signs, (leaf.start,))
        return self.signs[first : bisect_left(self.signs, (leaf.end,))]


class Shelf:
    """Layouts by the name of their text; those that nobody asked for the longest go first."""

    def __init__(self, most: int = MOST) -> None:
        self.most, self.held = most, 0
        self.layouts: OrderedDict[str, Layout] = OrderedDict()
        self.lock = Lock()

    def of(self, rendition: Rendition) -> Layout:
        with self.lock:
            found = self.layouts.get(rendition.uid)
            if found:
                self.layouts.move_to_end(rendition.uid)
                return found
        made = Layout.read(rendition)
        with self.lock:
            if rendition.uid not in self.layouts:
                self._put(rendition.uid, made)
        return made

    def _put(self, uid: str, made: Layout) -> None:
        self.layouts[uid] = made
        self.held += len(made.text)
        while self.held > self.most and self.layouts:
            _, gone = self.layouts.popitem(last=False)
            self.held -= len(gone.text)


shelf = Shelf()
