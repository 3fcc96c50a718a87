"""One thing that was offered for ingest: what was recognised, or why it is not read."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from archive.digests import sha256
from archive.ingest.parsed import Comment, Mark, Parsed, Section


@dataclass(frozen=True, slots=True)
class Fixity:
    """A digest that came with the bytes, in hexadecimal, and the one that they really have."""

    algorithm: str
    expected: str
    found: str

    @property
    def passed(self) -> bool:
        return self.expected == self.found


@dataclass(frozen=True, slots=True)
class Item:
    """A file, a line of JSON Lines or a record of a web archive; `data` becomes the original.

    `parsed` is None where it is not read: then `reason` says why. "" is what nobody gave.
    `fetched` says how the bytes were had from the web, `notices` what is to be said of the file
    that ends with this item and not of the item.
    """

    path: str
    data: bytes
    parsed: Parsed | None
    reason: str = ""
    external_id: str = ""
    source: str = ""
    url: str = ""
    title: str = ""
    line: int | None = None
    captured_at: datetime | None = None
    fetched: dict[str, Any] = field(default_factory=dict)
    fixity: Fixity | None = None
    notices: tuple[str, ...] = ()

    def as_json(self, status: str = "") -> dict[str, Any]:
        """The item as `ingest --dry-run --json` gives it; unknown is null."""
        found = self.parsed
        return {
            "path": self.path,
            "status": status or ("parsed" if found else "failed"),
            "reason": self.reason or None,
            "format": found and found.format,
            "title": self.title or (found and found.title) or None,
            "authors": found.authors if found else [],
            "published": found and found.published,
            "language": found and found.language,
            "url": self.url or None,
            "captured_at": self.captured_at and self.captured_at.isoformat(),
            "fetched": self.fetched or None,
            "sha256": sha256(self.data) if self.data else None,
            "text": found and found.text,
            "stated_comments": found and found.stated_comments,
            "sections": [_section(found, each) for each in found.sections] if found else [],
            "comments": [_comment(found, each) for each in found.comments] if found else [],
            "marks": [_mark(each) for each in found.marks] if found else [],
            "warnings": [*(found.warnings if found else []), *self.notices],
        }


def _section(found: Parsed, section: Section) -> dict[str, Any]:
    heading = found.words(section.heading_start, section.heading_end)
    return {
        "kind": section.kind,
        "heading": heading,
        "level": section.level,
        "start": section.start,
        "end": section.end,
    }


def _comment(found: Parsed, comment: Comment) -> dict[str, Any]:
    posted_at = comment.posted_at
    return {
        "author": found.words(comment.author_start, comment.author_end),
        "author_start": comment.author_start,
        "author_end": comment.author_end,
        "text": found.text[comment.start : comment.end],
        "start": comment.start,
        "end": comment.end,
        "depth": comment.depth,
        "parent": comment.parent,
        "parent_inferred": comment.parent_inferred,
        "posted": found.words(comment.posted_start, comment.posted_end),
        "posted_at": posted_at and posted_at.isoformat(),
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "kind": mark.kind,
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "note": mark.note and list(mark.note),
    }
