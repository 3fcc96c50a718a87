"""A paragraph while it is read: its words so far, what its properties and those of its run say."""

from dataclasses import dataclass, field
from typing import NamedTuple

from archive.ingest.docx.block import Anchor, Block, Call
from archive.ingest.docx.notes import Notes
from archive.ingest.docx.styles import Styles, number

_OFF = ("0", "false", "off", "none")


class Custom(NamedTuple):
    """A note whose mark is the rest of the run, from `start` on."""

    story: str
    id: str
    start: int


@dataclass(slots=True)
class Paragraph:
    """`boxed` are the blocks of text boxes that hang on it; `goes_on` says its end was deleted."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    calls: list[Call] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    boxed: list[Block] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    numbering: str = ""
    hidden: bool = False
    language: str = ""
    goes_on: bool = False
    custom: Custom | None = None

    def say(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def begin_run(self, language: str) -> None:
        self.hidden, self.language = False, language

    def end_run(self, notes: Notes) -> None:
        """What followed a note's call in its run is the call, where the file says so."""
        if self.custom:
            story, identifier, start = self.custom
            label = "".join(self.pieces)[start:].strip()
            if label:
                notes.name(story, identifier, label)
                self.calls.append(Call(start, self.length, label, story, identifier))
            self.custom = None

    def describe(self, name: str, within: str, said: dict[str, str]) -> None:
        """A property; `within` are the two elements around it."""
        value = said.get("w:val", "")
        if name == "w:pStyle":
            self.style = value
        elif name == "w:outlineLvl":
            self.outline = number(value)
        elif name == "w:numId" and within == "w:pPr/w:numPr":
            self.numbering = value
        elif name == "w:vanish" and within == "w:r/w:rPr":
            self.hidden = value not in _OFF
        elif name == "w:lang" and within == "w:r/w:rPr" and value:
            self.language = value

    def is_numbered(self, styles: Styles) -> bool:
        """Whether the page shows a number or a bullet before it, which no words say."""
        numbered = self.numbering or ("1" if styles.is_numbered(self.style) else "0")
        return numbered != "0" and self.length > 0

    def block(self, styles: Styles) -> Block:
        """What the paragraph is. One that is numbered and no heading is an item."""
        kind, level = styles.role(self.style, self.outline)
        if kind == "paragraph" and self.is_numbered(styles):
            kind = "item"
        return Block(kind, level, "".join(self.pieces), self.calls, self.anchors)
