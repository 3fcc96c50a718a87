"""Carrying the marks of earlier texts of a document over to its newest one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from django.db import transaction
from django.utils import timezone

from annotations.actions.revisions import revise
from annotations.anchoring import Anchor, locate
from annotations.composing.document import left_behind, newest_rendition
from annotations.models import Annotation, AnnotationState
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Document, Rendition, User

# Code points before and after the words that tell one place from another.
CONTEXT = 64


class Carried(NamedTuple):
    """A mark and what became of it. An orphan stays where it is; `guess` is the likeliest place."""

    annotation: Annotation
    state: Literal["exact", "moved", "orphan"]
    guess: Anchor | None


@transaction.atomic
def reanchor(*, document: Document, by: User, at: datetime | None = None) -> list[Carried]:
    """Every mark that stands on an earlier text, in order: carried where its very words stand in
    one place of the newest text, an orphan where they do not. A wrong place is worse than none.
    """
    at = at or timezone.now()
    Document._base_manager.select_for_update().get(pk=document.pk)
    text = newest_rendition(document)
    if text is None:
        raise Refused("The document has no text yet.")
    rows = left_behind(text).select_related("rendition").order_by("start", "pk")
    found = [carry(row, text, by=by, at=at) for row in rows]
    if found:
        record(
            subject=document,
            event_type="annotations carried",
            by=by,
            at=at,
            detail=counted(found),
            objects=[f"rendition:{text.uid}"],
        )
    return found


def carry(row: Annotation, text: Rendition, *, by: User, at: datetime) -> Carried:
    old, begun = row.rendition, row.start
    exact = old.text[begun : row.end]
    if old.text_sha256 == text.text_sha256:
        anchor: Anchor | None = Anchor(row.start, row.end, 1.0)
    else:
        before = old.text[max(0, begun - CONTEXT) : begun]
        after = old.text[row.end : row.end + CONTEXT]
        anchor = locate(text.text, exact, before, after, begun)
    if anchor is None or text.text[anchor.start : anchor.end] != exact:
        orphan(row, text, by=by, at=at)
        return Carried(row, "orphan", anchor)
    reason = f"Carried from text {old.number} to text {text.number}, where its words stand."
    state = AnnotationState.ACTIVE if row.state == AnnotationState.ORPHAN else row.state
    revise(
        row=row, expected=row.version, by=by, reason=reason, at=at,
        rendition=text, start=anchor.start, end=anchor.end, state=state,
    )  # fmt: skip
    return Carried(row, "exact" if anchor.start == begun else "moved", anchor)


def orphan(row: Annotation, text: Rendition, *, by: User, at: datetime) -> None:
    if row.state != AnnotationState.ACTIVE:
        return
    reason = f"Its words were not found in text {text.number}."
    revise(row=row, expected=row.version, by=by, reason=reason, at=at, state=AnnotationState.ORPHAN)


def counted(found: Iterable[Carried]) -> dict[str, int]:
    """How many of each state."""
    states = [each.state for each in found]
    return {state: states.count(state) for state in ("exact", "moved", "orphan")}
