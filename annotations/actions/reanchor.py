"""Carrying the marks of earlier texts of a document over to its newest one."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from annotations.actions.revisions import revise
from annotations.anchoring import Carried, carry
from annotations.composing.document import left_behind, newest_rendition
from annotations.models import Annotation, AnnotationState, Placing, PlacingState
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Document, Rendition, User

STATES = ("exact", *PlacingState.values)


class Found(NamedTuple):
    """A mark and what aligning the texts told of it. What is exact is carried over; all else
    stays where it is, `start` and `end` being where it may stand, None for an orphan."""

    annotation: Annotation
    start: int | None
    end: int | None
    state: str
    score: float


@transaction.atomic
def reanchor(*, document: Document, by: User, at: datetime | None = None) -> list[Found]:
    """Every mark that stood on an earlier text, in order: carried where its very words stand in
    their own place, else waiting for a person. Those that wait from an earlier run are among them.
    """
    at = at or timezone.now()
    Document._base_manager.select_for_update().get(pk=document.pk)
    text = newest_rendition(document)
    if text is None:
        raise Refused("The document has no text yet.")
    found = [row for row in aligned(text) if settled(row, text, by=by, at=at)]
    if found:
        record(
            subject=document,
            event_type="annotations carried",
            by=by,
            at=at,
            detail=counted(found),
            objects=[f"rendition:{text.uid}"],
        )
    return [*(row for row in found if row.state == "exact"), *waiting(text)]


def waiting(text: Rendition) -> list[Found]:
    """The marks that wait for a person."""
    rows = Placing.objects.waiting(text).select_related("annotation")
    return [Found(row.annotation, row.start, row.end, row.state, row.score) for row in rows]


def aligned(text: Rendition) -> list[Found]:
    """The marks that nobody looked for in this text yet; each earlier text is aligned once."""
    rows = left_behind(text).exclude(placings__rendition=text)
    rows = rows.order_by("rendition__number", "start", "pk")
    return [
        found
        for key, marks in groupby(rows, key=lambda row: row.rendition_id)
        for found in carried(Rendition.objects.get(pk=key), text, list(marks))
    ]


def carried(old: Rendition, text: Rendition, marks: list[Annotation]) -> Iterable[Found]:
    spans = [(mark.start, mark.end) for mark in marks]
    for mark, place in zip(marks, carry(old.text, text.text, spans), strict=True):
        mark.rendition = old
        yield Found(mark, *sound(place, old.text[mark.start : mark.end], text.text))


def sound(place: Carried, words: str, text: str) -> Carried:
    """Never exact where other words stand, nor a place without words for what has some."""
    if place.start is None or (words and place.start == place.end):
        return place._replace(start=None, end=None, state="orphan")
    is_same = text[place.start : place.end] == words
    return place if is_same or place.state != "exact" else place._replace(state="changed")


def settled(found: Found, text: Rendition, *, by: User, at: datetime) -> bool:
    """Carry what is exact, keep for a person what is not; a deleted mark needs nobody."""
    row = found.annotation
    if found.state == "exact":
        move(found, text, by=by, at=at)
    elif row.state == AnnotationState.DELETED:
        return False
    else:
        propose(found, text, by=by, at=at)
    return True


def move(found: Found, text: Rendition, *, by: User, at: datetime) -> None:
    row = found.annotation
    reason = f"Carried from text {row.rendition.number} to text {text.number}: the same words."
    state = AnnotationState.ACTIVE if row.state == AnnotationState.ORPHAN else row.state
    revise(
        row=row, expected=row.version, by=by, reason=reason, at=at,
        rendition=text, start=found.start, end=found.end, state=state,
    )  # fmt: skip


def propose(found: Found, text: Rendition, *, by: User, at: datetime) -> None:
    row = found.annotation
    Placing.objects.create(
        annotation=row,
        rendition=text,
        start=found.start,
        end=found.end,
        state=found.state,
        score=min(1.0, max(0.0, found.score)),
        made_by=by,
        made_at=at,
    )
    if found.state == PlacingState.ORPHAN and row.state == AnnotationState.ACTIVE:
        reason = f"Its words were not found in text {text.number}."
        orphan = AnnotationState.ORPHAN
        revise(row=row, expected=row.version, by=by, reason=reason, at=at, state=orphan)


def counted(found: Iterable[Found]) -> dict[str, int]:
    """How many of each state."""
    states = [each.state for each in found]
    return {state: states.count(state) for state in STATES}
