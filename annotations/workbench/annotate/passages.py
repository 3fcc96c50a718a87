"""A rendition's text as passages in their order, nested as its sections are. Pure.

Every character that is not a blank between passages is in exactly one leaf, so that whatever a
reader sees can be marked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, Self

CONTAINERS = ("list", "infobox", "comments")


class Range(Protocol):
    """What a section says of itself, as parsed or as stored."""

    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> int | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def heading_start(self) -> int | None: ...
    @property
    def heading_end(self) -> int | None: ...


@dataclass
class Passage:
    """A range of the text and what it is; `gap` for words that no section claims.

    `heading` are the words of a heading, or the key of an infobox pair. A comment section is a
    leaf: its words are shown only to who asks for them. `html` is filled in where it is shown.
    """

    kind: str
    start: int
    end: int
    level: int | None = None
    heading: tuple[int, int] | None = None
    parts: list[Self] = field(default_factory=list)
    html: str = ""

    @property
    def name(self) -> str:
        """Its id in the page."""
        return f"b-{self.start}"

    @property
    def depth(self) -> int:
        """The level of its heading in the page, below that of the title."""
        return min(max((self.level or 2) + 1, 3), 6)

    def leaves(self) -> Iterator[Self]:
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def passages(text: str, sections: Iterable[Range]) -> list[Passage]:
    """The passages of a text whose sections come in their order, containers first."""
    top: list[Passage] = []
    holder: Passage | None = None
    for section in sections:
        made = _passage(section)
        if holder and made.start >= holder.end:
            holder = None
        if holder is None:
            top.append(made)
            holder = made if made.kind in CONTAINERS else None
        elif holder.kind != "comments" and made.end <= holder.end:
            holder.parts.append(made)
    for each in top:
        if each.parts:
            each.parts = _with_gaps(text, each.parts, each.start, each.end)
    return _with_gaps(text, top, 0, len(text))


def _passage(section: Range) -> Passage:
    heading = (
        None
        if section.heading_start is None or section.heading_end is None
        else (section.heading_start, section.heading_end)
    )
    return Passage(section.kind, section.start, section.end, section.level, heading)


def _with_gaps(text: str, parts: list[Passage], start: int, end: int) -> list[Passage]:
    """The parts, and between them what stands there besides blanks; none twice."""
    whole: list[Passage] = []
    for part in parts:
        if part.start >= start:
            whole += [*_gap(text, start, part.start), part]
            start = part.end
    return [*whole, *_gap(text, start, end)]


def _gap(text: str, start: int, end: int) -> list[Passage]:
    words = text[start:end]
    if not words.strip():
        return []
    first = start + len(words) - len(words.lstrip())
    return [Passage("gap", first, first + len(words.strip()))]
