"""Marking words of a text, changing a mark, deleting it and bringing it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations.actions.revisions import check_fields, revise
from annotations.actions.standing import check_in_use
from annotations.graphemes import is_boundary
from annotations.models import (
    Annotation,
    AnnotationKind,
    AnnotationState,
    Claim,
    EvidenceState,
)
from archive.actions.events import record
from archive.digests import sha256
from archive.errors import Refused
from archive.models import Rendition, User


@transaction.atomic
def annotate(
    *,
    rendition: Rendition,
    start: int,
    end: int,
    kind: str,
    by: User,
    body: str = "",
    exact: str | None = None,
    claim: Claim | None = None,
    stance: str = "",
    external_id: str = "",
    label: str = "",
    at: datetime | None = None,
) -> Annotation:
    """Mark `text[start:end]`. `exact`, where given, has to be these words; it is not kept.

    Raises `Refused` for a range that is outside the text, cuts a character in two or is empty
    (but a lacuna may be), and for a claim or stance that is missing or out of place.
    """
    row = Annotation(
        rendition=rendition,
        start=start,
        end=end,
        kind=kind,
        body=body,
        claim=claim,
        stance=stance,
        external_id=external_id,
        label=label,
        created_by=by,
        created_at=at or timezone.now(),
    )
    check_mark(row)
    _check_quotation(row, exact)
    _check_not_twice(row)
    row.save(force_insert=True)
    _tell(row, "annotation", by=by, at=at)
    return row


@transaction.atomic
def edit_annotation(
    *,
    annotation: Annotation,
    expected: int,
    by: User,
    reason: str,
    exact: str | None = None,
    at: datetime | None = None,
    **values: Any,
) -> Annotation:
    """Change a mark that is still at version `expected`; how it read is kept as a revision."""

    def check(row: Annotation) -> None:
        check_mark(row)
        _check_quotation(row, exact)

    changed = revise(
        row=annotation, expected=expected, by=by, reason=reason, at=at, check=check, **values
    )
    if changed:
        _tell(annotation, "annotation change", by=by, at=at, fields=changed)
    return annotation


@transaction.atomic
def delete_annotation(
    *, annotation: Annotation, expected: int, by: User, reason: str, at: datetime | None = None
) -> Annotation:
    """Take a mark out of use. The row stays, and `restore_annotation` brings it back."""
    if annotation.evidence_for.filter(state=EvidenceState.ACTIVE).exists():
        raise Refused("These words are evidence for a claim: remove the evidence first.")
    deleted = AnnotationState.DELETED
    if revise(row=annotation, expected=expected, by=by, reason=reason, at=at, state=deleted):
        _tell(annotation, "annotation deletion", by=by, at=at)
    return annotation


@transaction.atomic
def restore_annotation(
    *, annotation: Annotation, expected: int, by: User, reason: str, at: datetime | None = None
) -> Annotation:
    """Bring a deleted mark back as it was."""
    if revise(
        row=annotation,
        expected=expected,
        by=by,
        reason=reason,
        at=at,
        check=check_mark,
        state=AnnotationState.ACTIVE,
    ):
        _tell(annotation, "annotation restoration", by=by, at=at)
    return annotation


def check_mark(row: Annotation) -> None:
    """Refuse a mark that is deleted, or whose range, fields or claim do not hold."""
    if row.state == AnnotationState.DELETED:
        raise Refused("This mark was deleted: bring it back before you change it.")
    check_said(row)
    check_range(row)
    _check_claim(row)
    row.words_sha256 = sha256(row.rendition.text[row.start : row.end])


def check_said(row: Annotation) -> None:
    """Refuse what a field cannot hold, and a note or a question without words."""
    check_fields(row)
    needs_words = row.kind in (AnnotationKind.NOTE, AnnotationKind.QUESTION)
    if needs_words and not (row.body.strip() or row.label.strip()):
        raise Refused(f"A {row.kind} needs some words of its own.")


def check_range(row: Annotation) -> None:
    text = row.rendition.text
    if not 0 <= row.start <= row.end <= len(text):
        raise Refused(
            f"The range {row.start} to {row.end} is outside the text, "
            f"which has {len(text)} characters."
        )
    if row.start == row.end and row.kind != AnnotationKind.LACUNA:
        raise Refused("Choose some words: only a lacuna may be a point between words.")
    for place in (row.start, row.end):
        if not is_boundary(text, place):
            raise Refused(
                f"The range cuts a character in two at {place}: take in the whole of it, "
                "with its accents and joined signs."
            )


def _check_claim(row: Annotation) -> None:
    if row.kind != AnnotationKind.CLAIM:
        if row.claim or row.stance:
            raise Refused(f"Only a claim has a claim and a stance; this is a {row.kind}.")
        return
    if row.claim is None:
        raise Refused("Say which claim these words make.")
    if not row.stance:
        raise Refused("Say what the text does with the claim: assert, report, deny or question it.")
    check_in_use(row.claim)


def _check_quotation(row: Annotation, exact: str | None) -> None:
    if exact is not None and exact != row.rendition.text[row.start : row.end]:
        raise Refused(
            f"The quotation given is not what stands at {row.start} to {row.end} of the text."
        )


def _check_not_twice(row: Annotation) -> None:
    """A form sent twice, or two people with the same thought, make one mark."""
    if row.kind != AnnotationKind.CLAIM:
        return
    same = Annotation.objects.active().filter(
        rendition=row.rendition, start=row.start, end=row.end, kind=row.kind, claim=row.claim
    )
    if same.exists():
        raise Refused("These words are already tied to this claim.")


def _tell(
    row: Annotation, what: str, *, by: User, at: datetime | None, fields: list[str] | None = None
) -> None:
    """The event on the document: which mark, which range, which claim; no words."""
    detail = {"annotation": row.uid, "kind": row.kind, "start": row.start, "end": row.end}
    record(
        subject=row.rendition.capture.document,
        event_type=what,
        by=by,
        at=at,
        detail=detail | ({"fields": fields} if fields else {}),
        objects=[
            f"rendition:{row.rendition.uid}",
            *([f"claim:{row.claim.uid}"] if row.claim else []),
        ],
    )
