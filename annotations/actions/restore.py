"""Putting an earlier version back: a new version that says what that one said."""

from datetime import datetime
from typing import Any

from django.db import transaction

from annotations.actions.annotate import edit_annotation, restore_annotation
from annotations.actions.claims import edit_claim, restore_claim
from annotations.actions.evidence import edit_evidence, restore_evidence
from annotations.actions.revisions import Kept
from annotations.models import (
    Annotation,
    AnnotationState,
    Claim,
    ClaimState,
    Evidence,
    EvidenceState,
    Revision,
)
from archive.errors import Refused
from archive.models import Authority, Conflict, Rendition, User

# What a version does not bring back: its standing, its place, its address, what it bears on.
PLACE = {"rendition", "start", "end", "words_sha256"}
APART = {
    "annotation": {"state", *PLACE},
    "claim": {"state", "merged_into", "slug"},
    "evidence": {"state", "claim"},
}
BRING_BACK: dict[str, Any] = {
    "annotation": restore_annotation,
    "claim": restore_claim,
    "evidence": restore_evidence,
}
EDIT: dict[str, Any] = {
    "annotation": edit_annotation,
    "claim": edit_claim,
    "evidence": edit_evidence,
}


@transaction.atomic
def bring_back(
    *, row: Kept, expected: int, by: User, reason: str, at: datetime | None = None
) -> Kept:
    """Undo a deletion; raises `Refused` where nothing was deleted."""
    if row.state != "deleted":
        raise Refused("This was not deleted: there is nothing to bring back.")
    kind = str(row._meta.model_name)
    BRING_BACK[kind](**{kind: row}, expected=expected, by=by, reason=reason, at=at)
    return row


@transaction.atomic
def restore(
    *, row: Kept, number: int, expected: int, by: User, reason: str, at: datetime | None = None
) -> Kept:
    """Let a row at version `expected` say again what it said at version `number`.

    A mark that stands in another text by now keeps its place. Raises `Refused`, with the
    sentence, for what makes no sense any more.
    """
    kind = str(row._meta.model_name)
    kept = Revision.objects.filter(subject_kind=kind, subject_uid=row.uid, number=number).first()
    if kept is None:
        raise Refused(f"There is no earlier version {number}.")
    if kept.fields["state"] in ("deleted", ClaimState.MERGED):
        raise Refused(f"At version {number} this was {kept.fields['state']}: that is no text.")
    if row.version != expected:
        raise Conflict(row)
    values = wanted(row, kept.fields)
    if row.state in (AnnotationState.DELETED, ClaimState.DELETED, EvidenceState.DELETED):
        bring_back(row=row, expected=expected, by=by, reason=reason, at=at)
    EDIT[kind](**{kind: row}, expected=row.version, by=by, reason=reason, at=at, **values)
    if row.version == expected:
        raise Refused(unchanged(row, kept))
    return row


def wanted(row: Kept, fields: dict[str, Any]) -> dict[str, Any]:
    """The values of a version, rows for their names; fields that the row has by now and the
    version did not keep stay."""
    kind = str(row._meta.model_name)
    names = {field.name for field in row._meta.concrete_fields} - APART[kind]
    values = {name: found(row, name, fields[name]) for name in names if name in fields}
    if isinstance(row, Annotation) and fields["rendition"] == row.rendition.uid:
        values |= {name: fields[name] for name in ("start", "end")}
    if isinstance(row, Evidence) and fields["claim"] != row.claim.slug:
        values.pop("sets", None)
    if "mentions" in fields:
        values["mentions"] = [(authority(uid), role) for role, uid in fields["mentions"]]
    return values


def found(row: Kept, name: str, value: Any) -> Any:
    """The row that a version pointed at; it may have gone or have another address by now."""
    field: Any = row._meta.get_field(name)
    if not field.is_relation or value is None:
        return value
    key = "slug" if field.related_model is Claim else "uid"
    there = field.related_model._default_manager.filter(**{key: value}).first()
    if there is None:
        raise Refused(f"The {field.verbose_name} of that version, {value}, is not here any more.")
    return there


def authority(uid: str) -> Authority:
    row = Authority.objects.filter(uid=uid).first()
    if row is None:
        raise Refused(f"The name of that version, {uid}, is not here any more.")
    return row


def unchanged(row: Kept, kept: Revision) -> str:
    """Why restoring a version would change nothing."""
    if isinstance(row, Annotation) and kept.fields["rendition"] != row.rendition.uid:
        old = Rendition.objects.get(uid=kept.fields["rendition"])
        return (
            f"Version {kept.number} differs only by its place in text {old.number}, and the mark "
            f"stands in text {row.rendition.number} by now: that place is none of this text."
        )
    return f"Version {kept.number} says what stands now: there is nothing to restore."
