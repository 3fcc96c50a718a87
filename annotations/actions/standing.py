"""What a claim's standing allows: is it in use, and is it confirmed?"""

from collections.abc import Hashable

from annotations.models import (
    Access,
    Claim,
    ClaimState,
    Credibility,
    Evidence,
    EvidenceState,
    Independence,
    Relation,
)
from archive.errors import Refused

# Independent witnesses that a 1 asks for.
ENOUGH = 2


def check_in_use(claim: Claim) -> None:
    """Refuse a claim that was deleted or merged; say where it went."""
    if claim.state == ClaimState.DELETED:
        raise Refused("This claim was deleted: bring it back, or choose another.")
    if claim.merged_into:
        raise Refused(f"This claim was merged into “{claim.merged_into.slug}”: use that one.")


def check_confirmed(claim: Claim, *, before: int = ENOUGH) -> None:
    """Refuse to take from a claim at credibility 1 what confirms it independently.

    `before` is how many witnesses it had: an archive may hold digits that were given when fewer
    were asked for.
    """
    last = claim.assessments.current().first()
    is_confirmed = last is not None and last.credibility == Credibility.CONFIRMED
    if is_confirmed and witnesses(claim) < min(before, ENOUGH):
        raise Refused(
            "This is the independent evidence for which the claim has credibility 1: "
            "judge the claim anew first."
        )


def unconfirmed(claim: Claim) -> str:
    """Why the claim cannot have credibility 1, in a sentence; empty where it can.

    The Admiralty code's 1 is “confirmed by other independent sources”: at least two pieces of
    supporting evidence, each consulted and said by somebody to be independent. Two that come from
    one document, one publisher or one work are one, whatever is said of them.
    """
    found = witnesses(claim)
    if found >= ENOUGH:
        return ""
    return (
        "Credibility 1 means confirmed by other independent sources: at least two pieces of "
        "supporting evidence that were consulted and are said to be independent of each other. "
        f"This claim has {('none', 'one')[found]}. Say of the evidence how far it is independent, "
        "add another, or choose 2."
    )


def witnesses(claim: Claim) -> int:
    """How many independent origins support the claim."""
    return len({origin(row) for row in confirming(claim)})


def confirming(claim: Claim) -> list[Evidence]:
    """The supporting evidence that somebody has seen and said to be independent."""
    rows = claim.evidence.filter(
        state=EvidenceState.ACTIVE,
        relation=Relation.SUPPORTS,
        independence=Independence.INDEPENDENT,
    ).exclude(access=Access.NOT_CONSULTED)
    return list(rows.select_related("annotation__rendition__capture__document"))


def origin(row: Evidence) -> Hashable:
    """What a piece of evidence comes from: two of one origin do not confirm each other."""
    if row.annotation:
        document = row.annotation.rendition.capture.document
        source = document.source_id
        return ("source", source) if source else ("document", document.pk)
    return ("work", " ".join((row.cited_through or row.work).casefold().split()))
