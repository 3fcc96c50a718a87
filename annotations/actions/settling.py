"""One decision on the place of a mark: locked, changed, written down, told."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from annotations.actions.annotate import check_mark
from annotations.actions.revisions import revise
from annotations.models import Annotation, AnnotationState, Placing, Settlement
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Conflict, Document, Rendition, User

STALE = "A newer text of this document was brought in while you worked: look for the marks there."


def locked(document: Document) -> Document:
    return Document._base_manager.select_for_update().get(pk=document.pk)


def newest(document: Document) -> int | None:
    """The key of the newest text, without the text."""
    return Rendition.objects.of(document).values_list("pk", flat=True).first()


def turn(placing: Placing, seen: int) -> Placing:
    """The placing as it stands, its document locked: who is late learns it before all else."""
    documents = Document.objects.filter(captures__renditions=placing.rendition_id)
    document = locked(documents.get())
    rows = Placing.objects.select_related("annotation__rendition", "rendition__capture__document")
    row = rows.defer("annotation__rendition__text").get(pk=placing.pk)
    if row.rendition_id != newest(document):
        raise Refused(STALE)
    if last := row.settlements.filter(sequence__gt=seen).order_by("sequence").last():
        raise Conflict(last)
    if row.annotation.state == AnnotationState.DELETED:
        raise Refused("This mark was deleted meanwhile: there is nothing left to decide.")
    if row.annotation.rendition == row.rendition:
        raise Refused("This mark stands in the newest text by now: nothing is left to decide.")
    return row


def times_settled(placing: Placing) -> int:
    """How often it was decided, undone decisions and their undoing counted."""
    return placing.settlements.count()


def place(
    row: Placing, outcome: str, start: Any, end: Any, reason: str, *, by: User, at: datetime | None
) -> Settlement:
    at, mark = at or timezone.now(), row.annotation
    old, new = mark.rendition.number, row.rendition.number
    told = f"Carried from text {old} to text {new}. {reason}"
    revise(
        row=mark, expected=mark.version, by=by, reason=told, at=at, check=check_mark,
        rendition=row.rendition, start=start, end=end, state=AnnotationState.ACTIVE,
    )  # fmt: skip
    return write(row, outcome, reason, by=by, at=at)


def write(
    row: Placing,
    outcome: str,
    reason: str,
    *,
    by: User,
    at: datetime,
    undoes: Settlement | None = None,
) -> Settlement:
    """The decision and its event, which holds ranges and states."""
    mark: Annotation = row.annotation
    made = Settlement.objects.create(
        placing=row, sequence=times_settled(row) + 1, outcome=outcome, reason=reason,
        version=mark.version, undoes=undoes, decided_by=by, decided_at=at,
    )  # fmt: skip
    where = {"start": mark.start, "end": mark.end, "text": mark.rendition.number}
    told = {"state": row.state, "score": round(row.score, 4), "outcome": outcome}
    record(
        subject=row.rendition.capture.document,
        event_type="annotation placed",
        by=by,
        at=at,
        detail={"annotation": mark.uid, **where, **told},
        objects=[f"rendition:{row.rendition.uid}"],
    )
    return made
