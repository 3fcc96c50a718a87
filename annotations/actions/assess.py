"""Judging what claims are worth: a person does, with reasons; ratings decide nothing."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.locking import lock
from annotations.actions.standing import check_in_use, unconfirmed
from annotations.models import Assessment, Claim, ClaimKind, Credibility, Verdict, VerdictValue
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Conflict, User


@transaction.atomic
def assess(
    *,
    claim: Claim,
    reasons: str,
    as_of: date,
    by: User,
    verdict: str = "",
    value: VerdictValue | None = None,
    credibility: int | None = None,
    replacing: str | None = None,
    at: datetime | None = None,
) -> Assessment:
    """Judge a claim by what was known on a day. Supersedes the last judgement, which stays.

    `value` is a word of a verdict scale; the verdict that it comes to need not be given beside it.
    `replacing` is the uid of the judgement that the person saw, "" for none: another one standing
    there by now is a `Conflict`. Raises `Refused` where the digit does not fit the claim.
    """
    lock(lambda: {Claim: {claim.pk}})
    check_in_use(claim)
    last = claim.assessments.current().first()
    if last and replacing not in (None, last.uid):
        raise Conflict(last)
    row = Assessment(
        claim=claim,
        credibility=credibility,
        verdict=verdict or (value.maps_to if value else ""),
        value=value,
        reasons=reasons,
        as_of=as_of,
        assessed_by=by,
        assessed_at=at or timezone.now(),
        supersedes=last,
    )
    _check(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Conflict(claim.assessments.current().get()) from None
    tell(row)
    return row


def tell(row: Assessment) -> None:
    """The event, under a local term: PREMIS has none for a judgement of worth."""
    detail = {
        "assessment": row.uid,
        "credibility": row.credibility,
        "verdict": row.verdict,
        "superseded": row.supersedes.uid if row.supersedes else None,
    }
    if row.value:
        detail["value"] = "/".join(map(str, row.value.natural_key()))
    record(
        subject=row.claim,
        event_type="assessment",
        by=row.assessed_by,
        at=row.assessed_at,
        detail=detail,
    )


def _check(row: Assessment) -> None:
    if not row.verdict:
        raise Refused("Choose a verdict, or a word of a verdict scale.")
    if row.verdict not in Verdict.values:
        raise Refused(f"“{row.verdict}” is no verdict.")
    if not row.reasons.strip():
        raise Refused("A judgement needs its reasons in words.")
    if row.as_of > row.assessed_at.date():
        raise Refused("The day by which this was known lies in the future.")
    if row.value:
        _check_value(row, row.value)
    _check_digit(row)


def _check_value(row: Assessment, value: VerdictValue) -> None:
    """The word and the verdict say the same, and the word is of a scale in force."""
    if value.maps_to != row.verdict:
        raise Refused(
            f"“{value.label}” of the scale “{value.scale.name}” comes to "
            f"“{value.get_maps_to_display()}”: choose that verdict, or another word."
        )
    if not VerdictValue.objects.in_force().filter(pk=value.pk).exists():
        raise Refused(f"The scale “{value.scale.name}” has a newer version: choose from that one.")


def _check_digit(row: Assessment) -> None:
    is_checkable = row.verdict != Verdict.NOT_CHECKABLE
    if is_checkable and row.claim.kind != ClaimKind.FACT:
        kind = row.claim.get_kind_display()
        raise Refused(f"Only a fact gets a digit: this claim is of the kind “{kind}”.")
    if is_checkable and row.credibility not in Credibility.values:
        raise Refused("Say how credible the claim is, from 1 to 6; 6 is “cannot be judged”.")
    if not is_checkable and row.credibility is not None:
        raise Refused("What is not checkable gets no digit: leave the credibility empty.")
    if row.credibility == Credibility.CONFIRMED and (sentence := unconfirmed(row.claim)):
        raise Refused(sentence)
