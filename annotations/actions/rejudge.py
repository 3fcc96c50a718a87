"""Judging a claim as it was judged before: a new judgement, which supersedes the last."""

from datetime import datetime

from django.db import transaction

from annotations.actions.assess import assess
from annotations.models import Assessment, Claim
from archive.errors import Refused
from archive.models import Conflict, User


@transaction.atomic
def judge_again(
    *, claim: Claim, number: int, expected: int, by: User, reason: str, at: datetime | None = None
) -> Assessment:
    """Judge a claim as it was judged before, as judgement `number` in time; `expected` is how
    many there were. The reasons are those of then with `reason` added."""
    rows = list(claim.assessments.order_by("assessed_at", "pk"))
    if not 1 <= number <= len(rows):
        raise Refused(f"There is no judgement {number}.")
    if len(rows) != expected:
        raise Conflict(rows[-1])
    old = rows[number - 1]
    if old == rows[-1]:
        raise Refused(f"Judgement {number} is the one that stands.")
    if not reason.strip():
        raise Refused("Say in a few words why you judge so again.")
    return assess(
        claim=claim, reasons=f"{old.reasons}\n\nTaken up again: {reason}", as_of=old.as_of, by=by,
        verdict=old.verdict, value=old.value, credibility=old.credibility,
        replacing=rows[-1].uid, at=at,
    )  # fmt: skip
