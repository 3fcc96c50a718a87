"""Editions of claims that were merged: they close when the claim that took over is published."""

from datetime import datetime

from annotations.models import Claim, ClaimState
from archive.actions.editions import close
from archive.actions.events import record
from archive.models import Edition, EditionKind, User

REASON = "This claim was merged into another, which has its words and its evidence."


def heir(claim: Claim) -> Claim:
    """The claim itself, or the one that took over, however often that happened."""
    while claim.merged_into:
        claim = claim.merged_into
    return claim


def close_merged(*, by: User, at: datetime | None = None) -> list[Edition]:
    """Close what is still open of merged claims whose heir has an open edition; returns those.

    Merging is an editor's act and changes nothing that readers see; publishing does. The address
    of the old claim answers 410 from now on, and leads to the edition that took its place.
    """
    opened = Edition.objects.open().filter(kind=EditionKind.CLAIM).order_by("number")
    merged = Claim.objects.filter(
        state=ClaimState.MERGED, uid__in=opened.order_by().values("subject_uid")
    )
    closed = []
    for claim in merged.select_related("merged_into").order_by("slug"):
        taking = opened.filter(subject_uid=heir(claim).uid).last()
        for edition in opened.filter(subject_uid=claim.uid) if taking else ():
            close(edition, by=by, reason=REASON, replaced_by=taking, at=at)
            tell(claim, edition, by=by, at=at)
            closed.append(edition)
    return closed


def tell(claim: Claim, edition: Edition, *, by: User, at: datetime | None) -> None:
    """Closing is policy in PREMIS terms: the vocabulary has no term for withdrawing."""
    record(
        subject=claim,
        event_type="policy assignment",
        by=by,
        at=at,
        detail={"withdrawn edition": edition.number, "sha256": edition.sha256},
        objects=[f"edition:{edition.kind}/{edition.slug}/{edition.number}"],
    )
