"""What was recognised in an item, as the page shows it before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.actions.ingest import document_of, find_duplicate
from archive.digests import sha256
from archive.ingest import Item, Parsed, Section
from archive.models import Document
from archive.models.section import SectionKind
from archive.searching.authorities import known

BEGINNING = 90
LONGEST_OUTLINE = 300


@dataclass(frozen=True)
class Passage:
    """A line of the outline; `key` is that of an infobox pair."""

    kind: str
    words: str
    level: int | None
    key: str
    inner: bool


@dataclass(frozen=True)
class Reply:
    number: int
    depth: int
    author: str
    posted: str
    text: str
    parent: int | None
    inferred: bool


def beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= BEGINNING else words[:BEGINNING].rstrip() + " …"


def outline(parsed: Parsed) -> list[Passage]:
    """Every section outside the comments, whose words stay covered, by its beginning."""
    hidden = [each for each in parsed.sections if each.kind == SectionKind.COMMENTS]
    inside = [each for each in parsed.sections if each.kind in ("infobox", "list")]
    return [
        passage(parsed, each, inner=any(within(each, outer) for outer in inside))
        for each in parsed.sections
        if each.kind not in ("comments", "infobox", "list")
        and not any(within(each, outer) for outer in hidden)
    ]


def within(section: Section, outer: Section) -> bool:
    return section is not outer and outer.start <= section.start and section.end <= outer.end


def passage(parsed: Parsed, section: Section, *, inner: bool) -> Passage:
    key = parsed.words(section.heading_start, section.heading_end) or ""
    is_pair = section.kind == "item" and bool(key)
    words = parsed.text[section.start : section.end]
    if is_pair:
        words = parsed.text[section.heading_end or section.start : section.end].lstrip(" =:|\t")
    elif key:
        words = key
    kind = "pair" if is_pair else SectionKind(section.kind).label
    return Passage(kind, beginning(words), section.level, key if is_pair else "", inner)


def thread(parsed: Parsed) -> Iterator[Reply]:
    for number, each in enumerate(parsed.comments, start=1):
        yield Reply(
            number,
            min(each.depth, 3),
            parsed.words(each.author_start, each.author_end) or "",
            parsed.words(each.posted_start, each.posted_end) or "",
            parsed.text[each.start : each.end],
            None if each.parent is None else each.parent + 1,
            each.parent_inferred,
        )


def marks(parsed: Parsed) -> dict[str, Any]:
    """Reference marks by label, and how often a citation is called for."""
    labels = [mark.label for mark in parsed.marks if mark.kind == "reference"]
    wanting = sum(mark.kind == "citation_needed" for mark in parsed.marks)
    return {"references": labels, "citations_needed": wanting}


def held(item: Item, *, url: str, captured_at: Any) -> tuple[Document | None, bool]:
    """The document that has these bytes, and whether also from this address at this time."""
    digest = sha256(item.data)
    twin = find_duplicate(digest=digest, url=url, captured_at=captured_at)
    return (twin.document, True) if twin else (document_of(digest), False)


def recognised(item: Item) -> dict[str, Any]:
    """The context of one item's part of the page."""
    facts: dict[str, Any] = {"item": item, "size": len(item.data)}
    if item.parsed is None:
        return facts
    found = outline(item.parsed)
    return facts | {
        "sha256": sha256(item.data),
        "outline": found[:LONGEST_OUTLINE],
        "left_out": max(0, len(found) - LONGEST_OUTLINE),
        "byline": next((each.words for each in found if each.kind == "byline"), ""),
        "thread": list(thread(item.parsed)),
        "known": [*known(item.parsed.authors).items()],
        **marks(item.parsed),
    }
