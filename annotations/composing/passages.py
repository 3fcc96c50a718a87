"""The text as numbered passages: what the page shows as `#p1`, `#p2` …"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.composing.layer import Layer
from annotations.composing.ranges import Range, subtract
from annotations.composing.runs import Highlight, Sign, cut
from archive.models import Rendition, Section, SectionKind
from archive.payloads import Block, Item

CONTAINERS = (SectionKind.LIST, SectionKind.INFOBOX)
HEADINGS = (SectionKind.TITLE, SectionKind.HEADING)
# Formats whose markup tells the text from what stands around it.
MARKED_UP = ("html", "pdf", "docx")


@dataclass
class Passage:
    """A numbered range of the text; a container holds numbered passages of its own."""

    kind: str
    number: int
    start: int
    end: int
    level: int | None = None
    key: Range | None = None
    items: list["Passage"] = field(default_factory=list)


def passages(rendition: Rendition) -> list[Passage]:
    """All text outside the comment section, in order; what no section names is a paragraph.

    Without what stands around the text, where somebody can tell: menus, teasers of other articles,
    lists of the latest comments with the handles of who wrote them are no part of the document.
    """
    sections = list(rendition.sections.order_by("position"))
    comments = [(s.start, s.end) for s in sections if s.kind == SectionKind.COMMENTS]
    top = [row for row in outermost(sections) if not within(row, comments)]
    covered = [*comments, *((row.start, row.end) for row in top)]
    gaps = [
        Section(kind=SectionKind.PARAGRAPH, start=start, end=end)
        for span in subtract([(0, len(rendition.text))], covered)
        for start, end in trimmed(rendition.text, span)
    ]
    kept = [row for row in top if not is_around(rendition, row)]
    return list(numbered(sorted([*kept, *gaps], key=lambda row: row.start), sections))


def is_around(rendition: Rendition, row: Section) -> bool:
    """Whether a section is what a file has around its text: by its markup, or by whoever
    corrected it. In a text that is nothing but words, residue is a guess, and stays."""
    told = rendition.format in MARKED_UP or rendition.corrects_id is not None
    return told and row.kind == SectionKind.RESIDUE


def left_out(rendition: Rendition) -> list[Range]:
    """What of a rendition no edition of it shows."""
    rows = rendition.sections.filter(kind=SectionKind.RESIDUE)
    return [(row.start, row.end) for row in rows if is_around(rendition, row)]


def numbered(top: list[Section], sections: list[Section]) -> Iterator[Passage]:
    number = 0
    for row in top:
        number += 1
        passage = passage_of(row, number)
        if row.kind in CONTAINERS:
            items = [s for s in sections if s.kind == SectionKind.ITEM and s.start >= row.start]
            for item in (s for s in items if s.end <= row.end):
                passage.items.append(passage_of(item, number))
                number += 1
            number -= bool(passage.items)
        yield passage


def passage_of(row: Section, number: int) -> Passage:
    key = None
    if row.heading_start is not None and row.heading_end is not None:
        key = (row.heading_start, row.heading_end)
    return Passage(row.kind, number, row.start, row.end, row.level, key)


def outermost(sections: list[Section]) -> list[Section]:
    """Sections that lie in no other; in their order each reaches further than the last."""
    kept: list[Section] = []
    reached = 0
    for row in sorted(sections, key=lambda row: (row.start, -row.end)):
        if row.start >= reached:
            kept.append(row)
            reached = row.end
    return kept


def within(row: Section, ranges: list[Range]) -> bool:
    return any(start <= row.start and row.end <= end for start, end in ranges)


def trimmed(text: str, span: Range) -> Iterator[Range]:
    """The span without blanks at its ends, if anything is left."""
    words = text[slice(*span)]
    if words.strip():
        start = span[0] + len(words) - len(words.lstrip())
        yield start, span[1] - (len(words) - len(words.rstrip()))


def flat(tree: list[Passage]) -> list[Passage]:
    """The numbered passages that hold words: items instead of their containers."""
    return [leaf for passage in tree for leaf in (passage.items or [passage])]


def number_at(leaves: list[Passage], offset: int) -> int:
    """The number of the passage at an offset, 0 where there is none (a comment, a gap)."""
    at = bisect_right(leaves, offset, key=lambda leaf: leaf.start) - 1
    return leaves[at].number if at >= 0 and offset <= leaves[at].end else 0


def block(text: str, passage: Passage, highlights: Layer[Highlight], signs: Layer[Sign]) -> Block:
    """A passage as the payload has it: of a heading the words, not the markup around them."""
    items = [item_part(text, item, highlights, signs) for item in passage.items]
    span = (passage.start, passage.end)
    if passage.kind in HEADINGS and passage.key:
        span = passage.key
    return Block(
        kind=passage.kind,
        number=passage.number,
        level=passage.level,
        runs=[] if items else cut(text, span, highlights=highlights, signs=signs),
        items=items,
    )


def item_part(text: str, item: Passage, highlights: Layer[Highlight], signs: Layer[Sign]) -> Item:
    start, end = item.start, item.end
    part = Item(number=item.number, runs=[])
    if item.key:
        part["key"] = cut(text, item.key, highlights=highlights, signs=signs)
        start = after_key(text, item.key[1], end)
    part["runs"] = cut(text, (start, end), highlights=highlights, signs=signs)
    return part


def after_key(text: str, start: int, end: int) -> int:
    """Where an infobox item's value begins: after colon or equals sign and blanks."""
    while start < end and (text[start].isspace() or text[start] in ":="):
        start += 1
    return start
