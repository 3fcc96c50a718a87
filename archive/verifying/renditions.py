"""Every rendition's text, sections and comments against the digests taken when it was made."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from archive.digests import sha256, structure
from archive.models import Comment, Rendition, Section
from archive.verifying.problem import CHUNK, Problem, Tally

# Texts held in memory at a time.
FEW = 5
SECTION = ("position", "kind", "level", "start", "end", "heading_start", "heading_end")
COMMENT = (
    *("number", "start", "end", "author_start", "author_end", "depth", "parent__number"),
    *("parent_inferred", "posted_start", "posted_end", "posted_at", "external_id"),
)


def renditions(tally: Tally) -> Iterator[Problem]:
    rows = Rendition.objects.select_related("capture__document").order_by("pk")
    for row in rows.iterator(chunk_size=FEW):
        tally["rendition"] += 1
        name = f"{row.uid} ({row.capture.document.slug}, {row.number})"
        yield from (Problem("rendition", name, problem) for problem in faults(row))


def faults(row: Rendition) -> Iterator[str]:
    if row.length and not row.text:
        yield "its text is missing (`load` brings texts, plain `loaddata` does not)"
    elif sha256(row.text) != row.text_sha256:
        yield "its text has another SHA-256"
    elif len(row.text) != row.length:
        yield f"its text has {len(row.text)} code points, the row says {row.length}"
    if structure(sections(row), comments(row)) != row.structure_sha256:
        yield "its sections and comments are not those it was made with"


def sections(row: Rendition) -> Iterator[tuple[Any, ...]]:
    rows = Section.objects.filter(rendition=row).order_by("position")
    return rows.values_list(*SECTION).iterator(chunk_size=CHUNK)


def comments(row: Rendition) -> Iterator[tuple[Any, ...]]:
    rows = Comment.objects.filter(rendition=row).order_by("number")
    for values in rows.values_list(*COMMENT).iterator(chunk_size=CHUNK):
        yield tuple(utc(value) if isinstance(value, datetime) else value for value in values)


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
