"""Deriving a rendition from a capture: the text, its sections, its comments."""

from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import transaction

from archive.actions.events import record
from archive.digests import sha256, structure
from archive.ingest.parsed import Mark, Parsed, Remark
from archive.models import Capture, Comment, Rendition, Section, User

BATCH = 1000


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
    number = Rendition.objects.filter(capture__document=capture.document).count() + 1
    sections, comments = section_rows(parsed), comment_rows(parsed)
    rendition = Rendition.objects.create(
        capture=capture,
        number=number,
        text=parsed.text,
        text_sha256=sha256(parsed.text),
        structure_sha256=structure(
            (tuple(row.values()) for row in sections), map(comment_tuple, comments)
        ),
        length=len(parsed.text),
        format=parsed.format,
        encoding=parsed.encoding,
        extractor=parsed.extractor,
        extractor_version=parsed.extractor_version,
        completeness=completeness(parsed),
        stated_comments=parsed.stated_comments,
        warnings=list(parsed.warnings),
        marks=[mark_row(mark) for mark in parsed.marks],
        remarks=[remark_row(remark) for remark in parsed.remarks],
        proposed=proposed_row(parsed),
        corrects=corrects,
        made_at=at,
        made_by=by,
    )
    Section.objects.bulk_create(
        (Section(rendition=rendition, **row) for row in sections), batch_size=BATCH
    )
    save_comments(rendition, comments)
    record(
        subject=capture.document,
        event_type="extraction",
        by=by,
        at=at,
        detail={
            "extractor": parsed.extractor,
            "version": parsed.extractor_version,
            "text_sha256": rendition.text_sha256,
            "structure_sha256": rendition.structure_sha256,
            "sections": len(sections),
            "comments": len(comments),
            "warnings": len(parsed.warnings),
        },
        objects=[f"rendition:{rendition.uid}", f"capture:{capture.uid}"],
    )
    return rendition


def section_rows(parsed: Parsed) -> list[dict[str, Any]]:
    return [
        {
            "position": position,
            "kind": section.kind,
            "level": section.level,
            "start": section.start,
            "end": section.end,
            "heading_start": section.heading_start,
            "heading_end": section.heading_end,
        }
        for position, section in enumerate(parsed.sections, start=1)
    ]


def comment_rows(parsed: Parsed) -> list[dict[str, Any]]:
    """`parent` is the parent's number here; `save_comments` makes it a row."""
    return [
        {
            "number": number,
            "start": comment.start,
            "end": comment.end,
            "author_start": comment.author_start,
            "author_end": comment.author_end,
            "depth": comment.depth,
            "parent": None if comment.parent is None else comment.parent + 1,
            "parent_inferred": comment.parent_inferred,
            "posted_start": comment.posted_start,
            "posted_end": comment.posted_end,
            "posted_at": comment.posted_at,
            "external_id": comment.external_id,
        }
        for number, comment in enumerate(parsed.comments, start=1)
    ]


def comment_tuple(row: dict[str, Any]) -> tuple[Any, ...]:
    """A comment's columns as `archive.digests.structure` takes them."""
    posted_at = row["posted_at"]
    posted = posted_at and posted_at.astimezone(UTC).isoformat()
    return tuple((row | {"posted_at": posted}).values())


def save_comments(rendition: Rendition, rows: list[dict[str, Any]]) -> None:
    """Depth by depth, so that a reply finds its parent's row."""
    saved: dict[int | None, Comment] = {}
    by_depth = groupby(sorted(rows, key=itemgetter("depth")), key=itemgetter("depth"))
    for _, level in by_depth:
        comments = [
            Comment(rendition=rendition, **row | {"parent": saved.get(row["parent"])})
            for row in level
        ]
        Comment.objects.bulk_create(comments, batch_size=BATCH)
        saved |= {comment.number: comment for comment in comments}


def completeness(parsed: Parsed) -> str:
    if parsed.stated_comments is None:
        return ""
    return f"found {len(parsed.comments)} of {parsed.stated_comments} comments"


def mark_row(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind, "start": mark.start, "end": mark.end, "label": mark.label}


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
