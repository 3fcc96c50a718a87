"""Tying evidence to claims: words that the archive holds, or outside works."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations.actions.annotate import delete_annotation, restore_annotation
from annotations.actions.locking import Keys, lock
from annotations.actions.revisions import check_fields, revise
from annotations.actions.sets import check_not_needed, check_sets
from annotations.actions.standing import check_confirmed, check_in_use, witnesses
from annotations.models import (
    Access,
    Annotation,
    AnnotationKind,
    AnnotationState,
    Claim,
    Evidence,
    EvidenceState,
    Independence,
)
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Document, User


@transaction.atomic
def add_evidence(
    *,
    claim: Claim,
    relation: str,
    note: str,
    by: User,
    annotation: Annotation | None = None,
    work: str = "",
    work_url: str = "",
    access: str = "",
    cited_through: str = "",
    locator: str = "",
    independence: str = Independence.UNKNOWN,
    derived_from: Evidence | None = None,
    strength: str = "",
    sets: Iterable[int] = (),
    at: datetime | None = None,
) -> Evidence:
    """Say that marked words (`annotation`) or an outside `work` bear on a claim, how and why.

    Exactly one of the two; an outside work says by `access` how the archive knows it. `sets` are
    numbers: see `annotations.actions.sets`.
    """
    lock(lambda: {Claim: {claim.pk}})
    row = Evidence(
        claim=claim,
        relation=relation,
        note=note,
        annotation=annotation,
        work=work,
        work_url=work_url,
        access=access,
        cited_through=cited_through,
        locator=locator,
        independence=independence,
        derived_from=derived_from,
        strength=strength,
        sets=list(sets),
        created_by=by,
        created_at=at or timezone.now(),
    )
    _check(row)
    row.save(force_insert=True)
    _tell(row, "evidence", by=by, at=at)
    return row


@transaction.atomic
def edit_evidence(
    *,
    evidence: Evidence,
    expected: int,
    by: User,
    reason: str,
    at: datetime | None = None,
    **values: Any,
) -> Evidence:
    """Change evidence that is still at version `expected`; how it read is kept as a revision."""
    claim = evidence.claim
    lock(lambda: {Claim: {claim.pk}})
    before = witnesses(claim)
    changed = revise(
        row=evidence, expected=expected, by=by, reason=reason, at=at, check=_check, **values
    )
    if changed:
        check_confirmed(claim, before=before)
        _tell(evidence, "evidence change", by=by, at=at, fields=changed)
    return evidence


@transaction.atomic
def delete_evidence(
    *, evidence: Evidence, expected: int, by: User, reason: str, at: datetime | None = None
) -> Evidence:
    """Take evidence out of use, and the mark on its words if nothing else rests on it."""
    lock(lambda: _touched(evidence))
    if evidence.derivatives.filter(state=EvidenceState.ACTIVE).exists():
        raise Refused("Other evidence is said to derive from this: change that first.")
    check_not_needed(evidence)
    before = witnesses(evidence.claim)
    changed = revise(
        row=evidence, expected=expected, by=by, reason=reason, at=at, state=EvidenceState.DELETED
    )
    if not changed:
        return evidence
    check_confirmed(evidence.claim, before=before)
    mark = evidence.annotation
    if mark and _is_idle(mark):
        delete_annotation(annotation=mark, expected=mark.version, by=by, reason=reason, at=at)
    _tell(evidence, "evidence deletion", by=by, at=at)
    return evidence


@transaction.atomic
def restore_evidence(
    *, evidence: Evidence, expected: int, by: User, reason: str, at: datetime | None = None
) -> Evidence:
    """Bring deleted evidence back, with the mark on its words."""
    lock(lambda: _touched(evidence))
    mark = evidence.annotation
    if mark and mark.state == AnnotationState.DELETED:
        restore_annotation(annotation=mark, expected=mark.version, by=by, reason=reason, at=at)
    if revise(
        row=evidence,
        expected=expected,
        by=by,
        reason=reason,
        at=at,
        check=_check,
        state=EvidenceState.ACTIVE,
    ):
        _tell(evidence, "evidence restoration", by=by, at=at)
    return evidence


def _touched(evidence: Evidence) -> Keys:
    """What is locked before anything is asked: the claim, and the document of a mark on words."""
    mark = evidence.annotation
    documents = {mark.rendition.capture.document_id} if mark else set()
    return {Document: documents, Claim: {evidence.claim_id}}


def _is_idle(mark: Annotation) -> bool:
    """Whether a mark was made for evidence, and none is left that rests on it."""
    in_use = mark.evidence_for.filter(state=EvidenceState.ACTIVE).exists()
    return mark.kind == AnnotationKind.EVIDENCE and not in_use


def _check(row: Evidence) -> None:
    """Refuse evidence that is deleted, or both or neither of held and outside."""
    if row.state == EvidenceState.DELETED:
        raise Refused("This evidence was deleted: bring it back before you change it.")
    check_in_use(row.claim)
    check_fields(row)
    if not row.note.strip():
        raise Refused("Say in the note why this bears on the claim, and how far.")
    if bool(row.annotation) == bool(row.work.strip()):
        raise Refused("Evidence is either words of a document or an outside work: give one.")
    if row.annotation:
        _check_held(row, row.annotation)
    else:
        _check_outside(row)
    _check_descent(row)
    check_sets(row)


def _check_held(row: Evidence, mark: Annotation) -> None:
    if mark.state == AnnotationState.DELETED:
        raise Refused("The mark on these words was deleted: bring it back first.")
    if mark.kind == AnnotationKind.LACUNA:
        raise Refused("A lacuna has no words that could be evidence.")
    if row.access or row.work_url or row.cited_through:
        raise Refused("Access, address and “cited through” are for outside works.")


def _check_outside(row: Evidence) -> None:
    if not row.access:
        raise Refused("Say how the archive knows the work: in hand, cited through, not consulted.")
    if (row.access == Access.CITED_THROUGH) != bool(row.cited_through.strip()):
        raise Refused("Name the work that it is cited through, if and only if it is.")


def _check_descent(row: Evidence) -> None:
    """What is derived may name from what; no evidence derives from itself, on whatever way."""
    if row.derived_from and row.independence != Independence.DERIVED:
        raise Refused("Only evidence that is “derived from another” names the other.")
    if row.derived_from and row.derived_from.claim_id != row.claim_id:
        raise Refused("It derives from evidence of another claim: choose evidence of this one.")
    ancestor = row.derived_from
    while ancestor:
        if ancestor.uid == row.uid:
            raise Refused("Evidence cannot derive from itself.")
        ancestor = ancestor.derived_from


def _tell(
    row: Evidence, what: str, *, by: User, at: datetime | None, fields: list[str] | None = None
) -> None:
    """The event on the claim: which evidence, how it bears on it; no words."""
    detail = {"evidence": row.uid, "relation": row.relation, "independence": row.independence}
    detail |= {"strength": row.strength} if row.strength else {}
    detail |= {"sets": row.sets} if row.sets else {}
    record(
        subject=row.claim,
        event_type=what,
        by=by,
        at=at,
        detail=detail | ({"fields": fields} if fields else {}),
        objects=[f"annotation:{row.annotation.uid}"] if row.annotation else [],
    )
