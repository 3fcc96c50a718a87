"""Claims with their evidence and what they were judged to be worth."""

from collections.abc import Iterable
from typing import Any

from annotations.composing.composition import Composition
from annotations.composing.evidence import evidence_part, set_parts
from annotations.composing.names import PREFETCH as NAMES
from annotations.composing.names import name_parts
from annotations.composing.occasion import Occasion, stamp
from annotations.composing.replies import reply_parts
from annotations.composing.scales import scaled
from annotations.composing.scope import Scope
from annotations.dating.words import in_words
from annotations.models import (
    AnnotationState,
    Assessment,
    Claim,
    Credibility,
    EvidenceState,
)
from archive.models import EditionKind
from archive.payloads import Appearance, AssessmentPart, ClaimPart

Quoted = set[tuple[int, int, int]]
PREFETCH = (
    "spans",
    "assessments__assessed_by",
    "assessments__value__scale__values",
    "evidence__created_by",
    "evidence__annotation",
    "replies__reviews",
    *NAMES,
)


def assessment_part(assessment: Assessment) -> AssessmentPart:
    digit = assessment.credibility
    return AssessmentPart(
        credibility=digit,
        label=str(Credibility(digit).label) if digit else "",
        verdict=assessment.verdict,
        verdict_label=assessment.get_verdict_display(),
        scaled=scaled(assessment.value),
        reasons=assessment.reasons,
        as_of=assessment.as_of.isoformat(),
        assessed_by=assessment.assessed_by.shown_name,
        assessed_at=stamp(assessment.assessed_at),
    )


def assessments(claim: Claim) -> list[AssessmentPart]:
    """Newest first."""
    rows = sorted(claim.assessments.all(), key=lambda row: (row.assessed_at, row.pk), reverse=True)
    return [assessment_part(row) for row in rows]


def claim_part(claim: Claim, scope: Scope) -> tuple[ClaimPart, Quoted]:
    """A claim as pages show it, and the words that its evidence quotes."""
    rows = sorted(claim.evidence.all(), key=lambda row: (row.created_at, row.uid))
    active = [row for row in rows if row.state == EvidenceState.ACTIVE]
    names = {row.pk: row.uid for row in active}
    parts = [found for row in active if (found := evidence_part(row, scope, names))]
    shown = [evidence for evidence, _ in parts]
    part = ClaimPart(
        slug=claim.slug,
        statement=claim.statement,
        kind=claim.kind,
        speaker=claim.speaker,
        topics=list(claim.topics),
        place=claim.place,
        when_written=claim.when_written,
        calendar=claim.calendar,
        when=claim.when_edtf,
        when_words=in_words(claim.when_edtf, claim.calendar),
        names=name_parts(claim),
        assessment=next(iter(assessments(claim)), None),
        evidence=shown,
        evidence_left_out=len(active) - len(parts),
        sets=set_parts(active, {part["id"] for part in shown}),
    )
    return part, {words for _, quoted in parts for words in quoted}


def compose_claim(claim: Claim, scope: Scope, occasion: Occasion) -> Composition | None:
    """The page of a claim; None where no edition shows a place that makes it."""
    part, quotations = claim_part(claim, scope)
    rows = sorted(claim.spans.all(), key=lambda row: row.uid)
    spans = [row for row in rows if row.state == AnnotationState.ACTIVE]
    found = [(span.stance, place) for span in spans if (place := scope.place(span))]
    if not found:
        return None
    appearances = [Appearance(stance=stance, place=place) for stance, (place, _) in found]
    appearances.sort(key=lambda row: (row["place"]["document"], row["place"]["passage"]))
    payload: dict[str, Any] = {
        **occasion.base(EditionKind.CLAIM, claim, claim.statement),
        "claim": part,
        "appearances": appearances,
        "appearances_left_out": len(spans) - len(found),
        "history": assessments(claim),
        "replies": reply_parts(claim.replies.all()),
    }
    return Composition(payload, quotations | {quoted for _, (_, quoted) in found})


def with_evidence(claims: Iterable[int]) -> list[Claim]:
    """The claims with all that their parts need, in a constant number of queries."""
    return list(
        Claim.objects.filter(pk__in=set(claims)).prefetch_related(*PREFETCH).order_by("slug")
    )
