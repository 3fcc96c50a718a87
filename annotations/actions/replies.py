"""What those concerned answer: taken down word for word, reviewed, shown with the next edition."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.standing import check_in_use
from annotations.models import Claim, Reply, ReplyReview, ReviewOutcome
from annotations.models.reply import ONE_OF_TWO
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Conflict, Document, User


@transaction.atomic
def take_down(
    *,
    name: str,
    concern: str,
    words: str,
    received_on: date,
    by: User,
    claim: Claim | None = None,
    document: Document | None = None,
    at: datetime | None = None,
) -> Reply:
    """Keep an answer to a claim or to a document, as it came; nobody sees it before a review.

    `name` is as they wish it shown, `concern` what makes it their matter.
    """
    at = at or timezone.now()
    if bool(claim) == bool(document):
        raise Refused(ONE_OF_TWO)
    if claim:
        check_in_use(claim)
    if not (name.strip() and concern.strip() and words.strip()):
        raise Refused("Say who answers, as what, and in which words.")
    if received_on > at.date():
        raise Refused("The day on which it was received lies in the future.")
    row = Reply.objects.create(
        claim=claim,
        document=document,
        name=name.strip(),
        concern=concern.strip(),
        words=words,
        received_on=received_on,
        created_by=by,
        created_at=at,
    )
    tell(row, "answer received", by=by, at=at)
    return row


@transaction.atomic
def review(
    *,
    reply: Reply,
    outcome: str,
    reason: str,
    by: User,
    replacing: str | None = None,
    at: datetime | None = None,
) -> ReplyReview:
    """Let an answer be shown from the next edition on, or keep it back; supersedes the last review.

    `replacing` is the uid of the review that the person saw, "" for none: another one standing
    there by now is a `Conflict`.
    """
    if outcome not in ReviewOutcome.values:
        raise Refused("Say whether the answer is to be shown.")
    if not reason.strip():
        raise Refused("Say why it is to be shown, or not.")
    last = reply.reviews.current().first()
    if last and replacing not in (None, last.uid):
        raise Conflict(last)
    at = at or timezone.now()
    row = ReplyReview(
        reply=reply, outcome=outcome, reason=reason, reviewed_by=by, reviewed_at=at, supersedes=last
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Conflict(reply.reviews.current().get()) from None
    superseded = last.uid if last else None
    tell(reply, "answer reviewed", by=by, at=at, outcome=outcome, superseded=superseded)
    return row


def tell(reply: Reply, what: str, *, by: User, at: datetime, **detail: Any) -> None:
    """The event on the claim or document, without a word of the answer."""
    subject = reply.claim or reply.document
    assert subject
    names = [f"reply:{reply.uid}"]
    record(subject=subject, event_type=what, by=by, at=at, detail=detail, objects=names)
