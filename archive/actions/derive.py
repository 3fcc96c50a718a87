"""Deriving a rendition from a capture: the text, its sections, its comments."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max

from archive import bulk
from archive.actions.events import record
from archive.digests import sha256, structure
from archive.ingest.parsed import Mark, Parsed, Remark
from archive.models import Capture, Comment, Document, Rendition, Section, User, new_uids
from archive.searching import port

# The columns in the order in which their digest is taken.
SECTION = ("position", "kind", "level", "start", "end", "heading_start", "heading_end")
COMMENT = (
    *("number", "start", "end", "author_start", "author_end", "depth", "parent_id"),
    *("parent_inferred", "posted_start", "posted_end", "posted_at", "external_id"),
)
PARENT, POSTED_AT = COMMENT.index("parent_id"), COMMENT.index("posted_at")
RENDITION = (
    *("id", "uid", "capture_id", "number", "text", "text_sha256", "structure_sha256", "length"),
    *("format", "encoding", "extractor", "extractor_version", "completeness", "stated_comments"),
    *("warnings", "marks", "remarks", "proposed", "corrects_id"),
)


class Text(NamedTuple):
    """What is to become a rendition of a capture (its key)."""

    capture: int
    number: int
    parsed: Parsed
    corrects: int | None = None


class Derived(NamedTuple):
    """What a rendition is known by: key and name, its digests, the keys of its comments."""

    pk: int
    uid: str
    text_sha256: str
    structure_sha256: str
    comments: list[int]


class Prepared(NamedTuple):
    """A rendition that is to be written, with its sections and comments."""

    text: Text
    made: Derived
    sections: list[bulk.Values]
    comments: list[bulk.Values]


@transaction.atomic
def derive(
    capture: Capture,
    parsed: Parsed,
    *,
    by: User,
    at: datetime,
    corrects: Rendition | None = None,
) -> Rendition:
    """A rendition of the capture: the text, its sections and its comments, and an event."""
    texts = Rendition.objects.filter(capture__document=capture.document)
    number = (texts.aggregate(last=Max("number"))["last"] or 0) + 1
    text = Text(capture.pk, number, parsed, corrects.pk if corrects else None)
    prepared = prepare([text])
    save(prepared, by=by, at=at)
    made = prepared[0].made
    record(
        subject=capture.document,
        event_type="extraction",
        by=by,
        at=at,
        detail=told(parsed, made),
        objects=[f"rendition:{made.uid}", f"capture:{capture.uid}"],
    )
    port.refresh(Document.objects.filter(pk=capture.document_id))
    return Rendition.objects.select_related("capture__document").get(pk=made.pk)


def told(parsed: Parsed, made: Derived) -> dict[str, Any]:
    """What an event says of the extraction."""
    return {
        "extractor": parsed.extractor,
        "version": parsed.extractor_version,
        "text_sha256": made.text_sha256,
        "structure_sha256": made.structure_sha256,
        "sections": len(parsed.sections),
        "comments": len(parsed.comments),
        "warnings": len(parsed.warnings),
    }


def prepare(texts: Sequence[Text]) -> list[Prepared]:
    """Keys, names and digests for many renditions that are written in this transaction."""
    keys, uids = bulk.keys(Rendition, len(texts)), new_uids(len(texts))
    left = iter(bulk.keys(Comment, sum(len(text.parsed.comments) for text in texts)))
    found = []
    for key, uid, text in zip(keys, uids, texts, strict=True):
        sections, comments = section_rows(text.parsed), comment_rows(text.parsed)
        digests = sha256(text.parsed.text), structure(sections, map(dated, comments))
        made = Derived(key, uid, *digests, [next(left) for _ in comments])
        found.append(Prepared(text, made, sections, comments))
    return found


def save(found: Sequence[Prepared], *, by: User, at: datetime) -> None:
    """The rows of many renditions, with their sections and comments; no event."""
    rows = (rendition(text, made) for text, made, *_ in found)
    bulk.insert(Rendition, RENDITION, rows, made_at=at, made_by_id=by.pk)
    bulk.insert(
        Section,
        ("rendition_id", *SECTION),
        ((made.pk, *section) for _, made, sections, _ in found for section in sections),
    )
    bulk.insert(
        Comment,
        ("id", "rendition_id", *COMMENT),
        (line for _, made, _, comments in found for line in keyed(made, comments)),
    )


def section_rows(parsed: Parsed) -> list[bulk.Values]:
    return [
        (at, row.kind, row.level, row.start, row.end, row.heading_start, row.heading_end)
        for at, row in enumerate(parsed.sections, start=1)
    ]


def comment_rows(parsed: Parsed) -> list[bulk.Values]:
    """The parent is its number here; `keyed` makes it a key."""
    return [
        (
            number,
            row.start,
            row.end,
            row.author_start,
            row.author_end,
            row.depth,
            None if row.parent is None else row.parent + 1,
            row.parent_inferred,
            row.posted_start,
            row.posted_end,
            row.posted_at,
            row.external_id,
        )
        for number, row in enumerate(parsed.comments, start=1)
    ]


def dated(row: bulk.Values) -> bulk.Values:
    """A comment's columns as `archive.digests.structure` takes them."""
    at = row[POSTED_AT]
    return row if at is None else (*row[:POSTED_AT], at.astimezone(UTC).isoformat(), row[-1])


def keyed(made: Derived, rows: list[bulk.Values]) -> Iterator[bulk.Values]:
    for key, row in zip(made.comments, rows, strict=True):
        number = row[PARENT]
        parent = None if number is None else made.comments[number - 1]
        yield (key, made.pk, *row[:PARENT], parent, *row[PARENT + 1 :])


def rendition(text: Text, made: Derived) -> bulk.Values:
    parsed = text.parsed
    return (
        made.pk,
        made.uid,
        text.capture,
        text.number,
        parsed.text,
        made.text_sha256,
        made.structure_sha256,
        len(parsed.text),
        parsed.format,
        parsed.encoding,
        parsed.extractor,
        parsed.extractor_version,
        completeness(parsed),
        parsed.stated_comments,
        list(parsed.warnings),
        [mark_row(mark) for mark in parsed.marks],
        [remark_row(remark) for remark in parsed.remarks],
        proposed_row(parsed),
        text.corrects,
    )


def completeness(parsed: Parsed) -> str:
    if parsed.completeness or parsed.stated_comments is None:
        return parsed.completeness
    return f"found {len(parsed.comments)} of {parsed.stated_comments} comments"


def mark_row(mark: Mark) -> dict[str, Any]:
    row = {"kind": mark.kind, "start": mark.start, "end": mark.end, "label": mark.label}
    return row | ({"note": list(mark.note)} if mark.note else {})


def remark_row(remark: Remark) -> dict[str, Any]:
    return {
        "start": remark.start,
        "end": remark.end,
        "author": remark.author,
        "posted_at": remark.posted_at and remark.posted_at.isoformat(),
        "text": remark.text,
    }


def proposed_row(parsed: Parsed) -> dict[str, Any]:
    return {
        "title": parsed.title,
        "authors": list(parsed.authors),
        "published": parsed.published,
        "language": parsed.language,
    }
