"""A text as one reader has it: its passages, which of them are read, the reader's own marks."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from annotations.models import Reading, ReadingMark
from annotations.workbench.annotate import runs
from annotations.workbench.annotate.passages import Passage, passages


@dataclass
class Line:
    """A leaf of the text with its words as HTML."""

    leaf: Passage
    html: str
    is_read: bool


@dataclass(frozen=True)
class Written:
    """A mark with its words."""

    row: ReadingMark
    words: str


@dataclass
class Script:
    """What a reader reads; comment sections are left to the moderation desk."""

    reading: Reading

    @property
    def text(self) -> str:
        return self.reading.double.rendition.text

    @cached_property
    def leaves(self) -> list[Passage]:
        sections = self.reading.double.rendition.sections.order_by("position")
        found = passages(self.text, sections)
        return [leaf for each in found for leaf in each.leaves() if leaf.kind != "comments"]

    @cached_property
    def read(self) -> set[int]:
        """Where the passages that were read begin."""
        return set(self.reading.passages.values_list("start", flat=True))

    @cached_property
    def marks(self) -> list[Written]:
        rows = self.reading.marks.order_by("start", "end", "pk")
        return [Written(row, self.text[row.start : row.end]) for row in rows]

    def standing(self) -> list[Written]:
        return [mark for mark in self.marks if not mark.row.is_struck]

    def struck(self) -> list[Written]:
        return [mark for mark in self.marks if mark.row.is_struck]

    def lines(self) -> Iterator[Line]:
        spans = [
            runs.Span(mark.row.start, mark.row.end, mark.row.uid, mark.row.kind)
            for mark in self.standing()
        ]
        for leaf, over in runs.laid_out(self.leaves, spans):
            yield Line(leaf, runs.html(self.text, leaf, over), leaf.start in self.read)

    def unread_to(self, start: int) -> list[Passage]:
        """The passages not yet read, up to the one that begins at `start`."""
        return [leaf for leaf in self.leaves if leaf.start <= start and leaf.start not in self.read]

    def after(self, leaves: list[Passage]) -> str:
        """The id of the passage that follows these, where reading goes on."""
        starts = [leaf.start for leaf in self.leaves]
        last = leaves[-1].start if leaves else -1
        following = self.leaves[bisect_right(starts, last) :]
        return (following or self.leaves)[0].name if self.leaves else ""

    @property
    def left(self) -> int:
        return sum(leaf.start not in self.read for leaf in self.leaves)
