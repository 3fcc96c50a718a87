"""Making claims, and changing them."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions import mentions as naming
from annotations.actions.claim_words import index
from annotations.actions.mentions import Wanted
from annotations.actions.revisions import check_fields, revise
from annotations.actions.standing import check_in_use
from annotations.actions.topics import spelt
from annotations.dating.edtf import problem
from annotations.models import AnnotationState, Claim, ClaimKind, ClaimState, EvidenceState
from archive.actions import slugs
from archive.actions.events import record
from archive.errors import Refused
from archive.models import User


@transaction.atomic
def create_claim(
    *,
    slug: str,
    statement: str,
    by: User,
    mentions: Wanted = (),
    at: datetime | None = None,
    **values: Any,
) -> Claim:
    """A new claim under an address that no claim ever had.

    `mentions` are pairs of authority record and role (`MentionRole`). `values`: kind, speaker,
    topics (a list of words), place, when_written, calendar, when_edtf.
    """
    named = naming.checked(mentions)
    values |= {"topics": spelt(values["topics"])} if values.get("topics") else {}
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
    naming.tie(claim, named)
    record(subject=claim, event_type="creation", by=by, at=at, detail={"kind": claim.kind})
    return claim


@transaction.atomic
def edit_claim(
    *,
    claim: Claim,
    expected: int,
    by: User,
    reason: str,
    mentions: Wanted | None = None,
    at: datetime | None = None,
    **values: Any,
) -> Claim:
    """Change a claim that is still at version `expected`; how it read is kept as a revision.

    `mentions` are all that it has from now on; None leaves them. A new slug retires the old one,
    which is never given again.
    """
    values |= {"topics": spelt(values["topics"])} if values.get("topics") else {}
    before = naming.held(claim)
    after = before if mentions is None else naming.checked(mentions)
    if values.get("slug", claim.slug) != claim.slug:
        slugs.retire(subject=claim, withheld=False)
        slugs.register(subject=claim, slug=values["slug"], by=by, at=at)
    changed = revise(
        row=claim,
        expected=expected,
        by=by,
        reason=reason,
        at=at,
        check=_check,
        beside={"mentions": (naming.keys(before), naming.keys(after))},
        **values,
    )
    if changed:
        naming.tie(claim, after)
        index([claim])
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
        index([claim])
        record(subject=claim, event_type="claim deletion", by=by, at=at)
    return claim


@transaction.atomic
def restore_claim(
    *, claim: Claim, expected: int, by: User, reason: str, at: datetime | None = None
) -> Claim:
    """Bring a deleted claim back as it was."""
    if revise(row=claim, expected=expected, by=by, reason=reason, at=at, state=ClaimState.ACTIVE):
        index([claim])
        record(subject=claim, event_type="claim restoration", by=by, at=at)
    return claim


def _check(claim: Claim) -> None:
    check_in_use(claim)
    check_fields(claim)
    if not claim.statement.strip():
        raise Refused("A claim needs its statement.")
    if claim.when_edtf and (wrong := problem(claim.when_edtf)):
        raise Refused(f"Date, converted: {wrong}")
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
