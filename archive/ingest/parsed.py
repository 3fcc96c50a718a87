"""What an extractor hands over: a text and ranges of it. Every offset is a code point."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

SECTION_KINDS = (
    "title",
    "byline",
    "front",
    "infobox",
    "heading",
    "paragraph",
    "list",
    "item",
    "quotation",
    "table",
    "caption",
    "residue",
    "comments",
)
CONTAINERS = ("infobox", "list", "comments")


class Section(NamedTuple):
    """A range and what it is. Containers stand before what is inside them.

    A heading or title covers its line, its heading range the words. The heading range of an
    infobox item is its key; that of a comment section the statement of how many there are.
    """

    kind: str
    start: int
    end: int
    level: int | None = None
    heading_start: int | None = None
    heading_end: int | None = None


class Comment(NamedTuple):
    """A reader's comment: the range of its body, that of its handle, and its place in the thread.

    `parent` is an index from 0 into the comments; `parent_inferred` says that the page does not
    tell it. `posted_at` is known only where the page gives a zone.
    """

    start: int
    end: int
    author_start: int | None
    author_end: int | None
    depth: int
    parent: int | None
    parent_inferred: bool
    posted_start: int | None = None
    posted_end: int | None = None
    posted_at: datetime | None = None
    external_id: str = ""
    quotes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference mark, or an open question: that a citation is needed, or who, when, which.

    `label` is the mark as it stands in the text, or the question's name. `note` is the range of
    the words that a reference stands for, where the text holds them.
    """

    kind: Literal["reference", "citation_needed"]
    start: int
    end: int
    label: str
    note: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What the file itself says about a range of its text."""

    start: int
    end: int
    author: str
    posted_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with what was recognised in it. What is unknown is None; nothing is guessed at."""

    text: str
    format: str
    extractor: str
    extractor_version: str
    sections: list[Section] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    language: str | None = None
    stated_comments: int | None = None
    warnings: list[str] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    encoding: str = "utf-8"  # "" where the file is not made of characters
    completeness: str = ""  # what of the file the text does not hold, where it is known

    def words(self, start: int | None, end: int | None) -> str | None:
        """The words of a range, or None where there is no range."""
        return None if start is None or end is None else self.text[start:end]
