"""Undo and redo: an act is taken back by the verb that does the opposite, so that history stays."""

from collections.abc import Callable
from typing import Any, NamedTuple, Self

from django.core.exceptions import PermissionDenied
from django.db import transaction

from annotations.actions import annotate, claims, evidence
from annotations.models import Annotation, Claim, Evidence, Revision
from archive.errors import Refused
from archive.models import Conflict, User

REASON = "Undone."
UNKNOWN = "This cannot be undone here: see the history of the mark."

Row = Annotation | Claim | Evidence
Verb = Callable[..., Any]

MODELS: dict[str, type[Row]] = {"annotation": Annotation, "claim": Claim, "evidence": Evidence}
VERBS: dict[tuple[str, str], Verb] = {
    ("annotation", "deleted"): annotate.delete_annotation,
    ("annotation", "active"): annotate.restore_annotation,
    ("annotation", "edit"): annotate.edit_annotation,
    ("claim", "deleted"): claims.delete_claim,
    ("claim", "active"): claims.restore_claim,
    ("evidence", "deleted"): evidence.delete_evidence,
    ("evidence", "active"): evidence.restore_evidence,
}
# What an editor changes of a mark by hand; the rest of a revision is not theirs to bring back.
EDITED = ("start", "end", "body", "stance", "label")


class Step(NamedTuple):
    """A row at the version that was seen, and where it is to go.

    `to` is "deleted", "active", or the number of the version as which it shall read again.
    """

    kind: str
    uid: str
    version: int
    to: str

    @classmethod
    def of(cls, row: Row, to: str) -> Self:
        return cls(row._meta.model_name or "", row.uid, row.version, to)

    @classmethod
    def read(cls, words: str) -> Self:
        """From "annotation a1b2c3d4e5 3 deleted". Raises `Refused`."""
        kind, uid, version, to = (*words.split(), "", "", "", "")[:4]
        if kind not in MODELS or not version.isdecimal() or not to:
            raise Refused(UNKNOWN)
        return cls(kind, uid, int(version), to)

    def __str__(self) -> str:
        return f"{self.kind} {self.uid} {self.version} {self.to}"


@transaction.atomic
def take_all(steps: list[Step], by: User) -> tuple[list[Row], list[Step]]:
    """Take these steps, all or none: the rows as they are now, and the way back.

    Raises `Refused`, and `Conflict` where somebody else changed a row since.
    """
    rows: list[Row] = []
    back: list[Step] = []
    for step in steps:
        row = _found(step, by)
        way_back = _take(step, row, by)
        if way_back:
            rows.append(row)
            back.insert(0, way_back)
    return rows, back


def _found(step: Step, by: User) -> Row:
    if not by.has_perm(f"annotations.change_{step.kind}"):
        raise PermissionDenied
    row = MODELS[step.kind].objects.filter(uid=step.uid).first()
    if row is None:
        raise Refused(UNKNOWN)
    return row


def _take(step: Step, row: Row, by: User) -> Step | None:
    """The step back. None where nothing changed: a claim stays that others have use for by now."""
    verb = VERBS.get((step.kind, "edit" if step.to.isdecimal() else step.to))
    if verb is None:
        raise Refused(UNKNOWN)
    values = _fields(step) if step.to.isdecimal() else {}
    try:
        with transaction.atomic():
            verb(**{step.kind: row}, expected=step.version, by=by, reason=REASON, **values)
    except (Refused, Conflict):
        if (step.kind, step.to) != ("claim", "deleted"):
            raise
        return None
    row.refresh_from_db()
    return Step.of(row, _opposite(step)) if row.version != step.version else None


def _fields(step: Step) -> dict[str, Any]:
    """How the row read at version `step.to`."""
    kept = Revision.objects.filter(
        subject_kind=step.kind, subject_uid=step.uid, number=int(step.to)
    ).first()
    if kept is None:
        raise Refused(UNKNOWN)
    return {name: kept.fields[name] for name in EDITED}


def _opposite(step: Step) -> str:
    return {"deleted": "active", "active": "deleted"}.get(step.to, str(step.version))
