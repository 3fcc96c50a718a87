"""Making claims, changing them, and judging what they are worth."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.revisions import check_fields, revise
from annotations.actions.standing import check_in_use, is_confirmed
from annotations.models import (
    AnnotationState,
    Assessment,
    Claim,
    ClaimKind,
    ClaimState,
    Credibility,
    EvidenceState,
    Verdict,
)
from archive.actions import slugs
from archive.actions.events import record
from archive.edtf import is_edtf
from archive.errors import Refused
from archive.models import Conflict, User


@transaction.atomic
def create_claim(
    *, slug: str, statement: str, by: User, at: datetime | None = None, **values: Any
) -> Claim:
    """A new claim under an address that no claim ever had.

    `values`: kind, speaker, topics (a list of words), place, when_written, calendar, when_edtf.
    """
    claim = Claim(
        slug=slug, statement=statement, created_by=by, created_at=at or timezone.now(), **values
    )
    _check(claim)
    try:
        with transaction.atomic():
            slugs.register(subject=claim, slug=slug, by=by, at=at)
            claim.save(force_insert=True)
    except IntegrityError:
        raise Refused(f"The address “{slug}” was given to another claim just now.") from None
    record(subject=claim, event_type="creation", by=by, at=at, detail={"kind": claim.kind})
    return claim


@transaction.atomic
def edit_claim(
    *,
    claim: Claim,
    expected: int,
    by: User,
    reason: str,
    at: datetime | None = None,
    **values: Any,
) -> Claim:
    """Change a claim that is still at version `expected`; how it read is kept as a revision.

    A new slug retires the old one, which is never given again.
    """
    if values.get("slug", claim.slug) != claim.slug:
        slugs.retire(subject=claim, withheld=False)
        slugs.register(subject=claim, slug=values["slug"], by=by, at=at)
    changed = revise(
        row=claim, expected=expected, by=by, reason=reason, at=at, check=_check, **values
    )
    if changed:
        record(subject=claim, event_type="modification", by=by, at=at, detail={"fields": changed})
    return claim


@transaction.atomic
def delete_claim(
    *, claim: Claim, expected: int, by: User, reason: str, at: datetime | None = None
) -> Claim:
    """Take a claim out of use that nothing is tied to any more."""
    if claim.spans.exclude(state=AnnotationState.DELETED).exists():
        raise Refused("Words are still tied to this claim: delete those marks first.")
    if claim.evidence.filter(state=EvidenceState.ACTIVE).exists():
        raise Refused("Evidence still bears on this claim: delete it first.")
    if revise(row=claim, expected=expected, by=by, reason=reason, at=at, state=ClaimState.DELETED):
        record(subject=claim, event_type="claim deletion", by=by, at=at)
    return claim


@transaction.atomic
def restore_claim(
    *, claim: Claim, expected: int, by: User, reason: str, at: datetime | None = None
) -> Claim:
    """Bring a deleted claim back as it was."""
    if revise(row=claim, expected=expected, by=by, reason=reason, at=at, state=ClaimState.ACTIVE):
        record(subject=claim, event_type="claim restoration", by=by, at=at)
    return claim


@transaction.atomic
def assess(
    *,
    claim: Claim,
    verdict: str,
    reasons: str,
    as_of: date,
    by: User,
    credibility: int | None = None,
    replacing: str | None = None,
    at: datetime | None = None,
) -> Assessment:
    """Judge a claim by what was known on a day. Supersedes the last judgement, which stays.

    `replacing` is the uid of the judgement that the person saw, "" for none: another one standing
    there by now is a `Conflict`. Raises `Refused` where the digit does not fit the claim.
    """
    check_in_use(claim)
    last = claim.assessments.current().first()
    if last and replacing not in (None, last.uid):
        raise Conflict(last)
    row = Assessment(
        claim=claim,
        credibility=credibility,
        verdict=verdict,
        reasons=reasons,
        as_of=as_of,
        assessed_by=by,
        assessed_at=at or timezone.now(),
        supersedes=last,
    )
    _check_assessment(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Conflict(claim.assessments.current().get()) from None
    # A local term: PREMIS has none for a judgement of worth.
    detail = {"assessment": row.uid, "credibility": credibility, "verdict": verdict}
    detail |= {"superseded": last.uid if last else None}
    record(subject=claim, event_type="assessment", by=by, at=at, detail=detail)
    return row


def _check(claim: Claim) -> None:
    check_in_use(claim)
    check_fields(claim)
    if not claim.statement.strip():
        raise Refused("A claim needs its statement.")
    if claim.when_edtf and not is_edtf(claim.when_edtf):
        raise Refused(
            f"“{claim.when_edtf}” is no EDTF date: write 1858-05-28, 1858-05, 1858, 1858~ (about), "
            "1858? (not sure), 185X or 1858/1860."
        )
    if not all(isinstance(topic, str) and topic.strip() for topic in claim.topics):
        raise Refused("Topics are words, none of them empty.")
    _check_kind(claim)


def _check_kind(claim: Claim) -> None:
    """An opinion or prediction carries no digit, also not one from when it was called a fact."""
    if claim.kind == ClaimKind.FACT or not claim.pk:
        return
    last = claim.assessments.current().first()
    if last and last.credibility:
        raise Refused(
            f"This claim has credibility {last.credibility}, and only a fact may have one: "
            "judge it as not checkable first."
        )


def _check_assessment(row: Assessment) -> None:
    if row.verdict not in Verdict.values:
        raise Refused(f"“{row.verdict}” is no verdict.")
    if not row.reasons.strip():
        raise Refused("A judgement needs its reasons in words.")
    if row.as_of > row.assessed_at.date():
        raise Refused("The day by which this was known lies in the future.")
    is_checkable = row.verdict != Verdict.NOT_CHECKABLE
    if is_checkable and row.claim.kind != ClaimKind.FACT:
        kind = row.claim.get_kind_display()
        raise Refused(f"Only a fact gets a digit: this claim is of the kind “{kind}”.")
    if is_checkable and row.credibility not in Credibility.values:
        raise Refused("Say how credible the claim is, from 1 to 6; 6 is “cannot be judged”.")
    if not is_checkable and row.credibility is not None:
        raise Refused("What is not checkable gets no digit: leave the credibility empty.")
    if row.credibility == Credibility.CONFIRMED and not is_confirmed(row.claim):
        raise Refused(
            "Credibility 1 needs independent confirmation: no evidence that supports this claim "
            "is marked as independent and consulted."
        )
