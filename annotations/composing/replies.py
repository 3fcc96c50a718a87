"""What those concerned answer, as far as a publisher lets it be shown."""

from collections.abc import Iterable

from annotations.models import Reply, ReplyReview, ReviewOutcome
from archive.payloads import ReplyPart


def reply_parts(replies: Iterable[Reply]) -> list[ReplyPart]:
    """Those to be shown, oldest first. An answer that nobody reviewed is not shown."""
    rows = sorted(replies, key=lambda row: (row.received_on, row.uid))
    return [
        ReplyPart(
            id=row.uid,
            name=row.name,
            concern=row.concern,
            received_on=row.received_on.isoformat(),
            words=row.words,
        )
        for row in rows
        if is_shown(row)
    ]


def is_shown(reply: Reply) -> bool:
    """By the review that no later one supersedes."""
    last = newest(reply)
    return last is not None and last.outcome == ReviewOutcome.SHOW


def newest(reply: Reply) -> ReplyReview | None:
    rows = list(reply.reviews.all())
    superseded = {row.supersedes_id for row in rows}
    return next((row for row in rows if row.pk not in superseded), None)
