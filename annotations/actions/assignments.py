"""Work in hand: giving somebody a claim or a document to see to, handing it on, having done it."""

from copy import copy
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.standing import check_in_use
from annotations.models import Assignment, Claim
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Document, User


@transaction.atomic
def assign(
    *,
    owner: User,
    by: User,
    claim: Claim | None = None,
    document: Document | None = None,
    due: date | None = None,
    task: str = "",
    at: datetime | None = None,
) -> Assignment:
    """Put a claim or a document into somebody's hands; one person has it at a time."""
    row = Assignment(
        claim=claim,
        document=document,
        owner=owner,
        due=due,
        task=task,
        created_by=by,
        created_at=at or timezone.now(),
    )
    check(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            f"“{claim or document}” is in somebody's hands already: hand that on instead."
        ) from None
    tell(row, "work assigned", by=by, at=at)
    return row


@transaction.atomic
def change_assignment(
    *, assignment: Assignment, expected: int, by: User, at: datetime | None = None, **values: Any
) -> Assignment:
    """Hand it on, give it another day or task, or say that it `is_done`, if it is at `expected`."""
    wanted = copy(assignment)
    for name, value in values.items():
        setattr(wanted, name, value)
    check(wanted)
    try:
        with transaction.atomic():
            assignment.change(expected=expected, **values)
    except IntegrityError:
        raise Refused("This is in somebody else's hands by now.") from None
    tell(assignment, "work done" if assignment.is_done else "work assigned", by=by, at=at)
    return assignment


def check(row: Assignment) -> None:
    """Refuse work on nothing or on two things, and an owner who cannot do it."""
    if bool(row.claim) == bool(row.document):
        raise Refused("Work in hand is on a claim or on a document: give one.")
    if row.claim and not row.is_done:
        check_in_use(row.claim)
    if not (row.owner.is_active and row.owner.is_staff):
        raise Refused(f"“{row.owner.shown_name}” does not work in this archive.")
    try:
        row.clean_fields(exclude=["claim", "document", "owner", "created_by"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None


def tell(row: Assignment, what: str, *, by: User, at: datetime | None) -> None:
    """The event on the claim or document: whose it is and by what day; no words."""
    subject: Any = row.claim or row.document
    detail = {
        "assignment": row.uid,
        "owner": row.owner.uid,
        "due": row.due and row.due.isoformat(),
    }
    record(subject=subject, event_type=what, by=by, at=at, detail=detail)
