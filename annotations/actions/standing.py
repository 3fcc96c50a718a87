"""What a claim's standing allows: is it in use, and is it confirmed?"""

from annotations.models import (
    Access,
    Claim,
    ClaimState,
    Credibility,
    EvidenceState,
    Independence,
    Relation,
)
from archive.errors import Refused


def check_in_use(claim: Claim) -> None:
    """Refuse a claim that was deleted or merged; say where it went."""
    if claim.state == ClaimState.DELETED:
        raise Refused("This claim was deleted: bring it back, or choose another.")
    if claim.merged_into:
        raise Refused(f"This claim was merged into “{claim.merged_into.slug}”: use that one.")


def check_confirmed(claim: Claim) -> None:
    """Refuse to leave a claim at credibility 1 that no independent evidence confirms."""
    last = claim.assessments.current().first()
    if last and last.credibility == Credibility.CONFIRMED and not is_confirmed(claim):
        raise Refused(
            "This is the independent evidence for which the claim has credibility 1: "
            "judge the claim anew first."
        )


def is_confirmed(claim: Claim) -> bool:
    """Whether independent evidence that somebody has seen supports the claim."""
    return (
        claim.evidence.filter(
            state=EvidenceState.ACTIVE,
            relation=Relation.SUPPORTS,
            independence=Independence.INDEPENDENT,
        )
        .exclude(access=Access.NOT_CONSULTED)
        .exists()
    )
