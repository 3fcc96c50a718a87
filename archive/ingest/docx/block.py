"""A block of a word-processor file before it has its place in the text."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class Call(NamedTuple):
    """A mark in the words that calls a note: `story` and `id` name the note."""

    start: int
    end: int
    label: str
    story: str
    id: str


class Anchor(NamedTuple):
    """Where a comment begins (`start`), ends (`end`) or was dropped (`point`)."""

    at: int
    kind: str
    id: str


@dataclass(slots=True)
class Block:
    """A paragraph, an item, a table …: its words, and what stands where in them."""

    kind: str = "paragraph"
    level: int | None = None
    words: str = ""
    calls: list[Call] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)


def joined(blocks: Iterable[Block], between: str, kind: str = "paragraph") -> Block:
    """One block of several, with what parts their words between them."""
    made = Block(kind)
    pieces: list[str] = []
    length = 0
    for block in blocks:
        if pieces:
            pieces.append(between)
            length += len(between)
        made.calls += [shifted(call, length) for call in block.calls]
        made.anchors += [anchor._replace(at=anchor.at + length) for anchor in block.anchors]
        pieces.append(block.words)
        length += len(block.words)
    return replace(made, words="".join(pieces))


def shifted(call: Call, by: int) -> Call:
    return call._replace(start=call.start + by, end=call.end + by)
