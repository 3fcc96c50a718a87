"""Deciding where a mark stands in a later text: as proposed, elsewhere, or not any more."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations.actions.annotate import delete_annotation
from annotations.actions.revisions import revise
from annotations.actions.settling import locked, place, turn, write
from annotations.composing.document import newest_rendition
from annotations.models import (
    AnnotationState,
    EvidenceState,
    Placing,
    PlacingState,
    Settled,
    Settlement,
)
from archive.errors import Refused
from archive.models import Document, User


@transaction.atomic
def accept(*, placing: Placing, seen: int, by: User, at: datetime | None = None) -> Settlement:
    """Carry the mark to the place that was proposed.

    `seen` is how often this was decided before, as the person saw it; raises `Conflict` with the
    decision of whoever was faster.
    """
    return as_proposed(turn(placing, seen), by=by, at=at)


def as_proposed(row: Placing, *, by: User, at: datetime | None) -> Settlement:
    if row.state == PlacingState.ORPHAN:
        raise Refused("No place is proposed for this mark: find it, or say that it is not there.")
    score = f"{row.get_state_display()}, {row.score:.0%} alike"
    return place(row, Settled.ACCEPTED, row.start, row.end, f"Accepted: {score}.", by=by, at=at)


@transaction.atomic
def settle_elsewhere(
    *, placing: Placing, seen: int, start: int, end: int, by: User, at: datetime | None = None
) -> Settlement:
    """Carry the mark to words of the new text that a person found."""
    row = turn(placing, seen)
    return place(row, Settled.ELSEWHERE, start, end, "Found by hand.", by=by, at=at)


@transaction.atomic
def dismiss(
    *, placing: Placing, seen: int, by: User, reason: str, at: datetime | None = None
) -> Settlement:
    """Say that the words are not in the new text. The mark is deleted; where evidence rests on
    it, it stays as an orphan, which nobody publishes, until the evidence rests elsewhere."""
    row, at = turn(placing, seen), at or timezone.now()
    mark = row.annotation
    if not reason.strip():
        raise Refused("Say in a few words why the mark has no place in the new text.")
    if mark.evidence_for.filter(state=EvidenceState.ACTIVE).exists():
        orphan = AnnotationState.ORPHAN
        revise(row=mark, expected=mark.version, by=by, reason=reason, at=at, state=orphan)
        return write(row, Settled.LEFT, reason, by=by, at=at)
    delete_annotation(annotation=mark, expected=mark.version, by=by, reason=reason, at=at)
    return write(row, Settled.REMOVED, reason, by=by, at=at)


@transaction.atomic
def accept_alike(
    *, document: Document, at_least: float, count: int, by: User, at: datetime | None = None
) -> list[Settlement]:
    """Accept all whose words were changed and that are so much alike: `count` of them, as the
    person was told; another number is refused."""
    at, text = at or timezone.now(), newest_rendition(locked(document))
    if text is None:
        return []
    rows = Placing.objects.waiting(text).filter(state=PlacingState.CHANGED, score__gte=at_least)
    rows = rows.select_related("annotation__rendition").defer("annotation__rendition__text")
    if len(rows) != count:
        raise Refused(f"It would be {len(rows)} marks now, not {count}: look again.")
    for row in rows:
        row.rendition = text  # the one text, not read again for each
    return [as_proposed(row, by=by, at=at) for row in rows]
