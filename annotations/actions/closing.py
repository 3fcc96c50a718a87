"""Closing travels: to every open edition that shows the words, in the same transaction."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q

from annotations.actions.publish import announce
from annotations.composing.occasion import stamp
from annotations.composing.ranges import Range, subtract
from annotations.composing.stripping import Payload
from annotations.models import Claim
from archive.actions.editions import close, freeze, next_number
from archive.actions.events import record
from archive.models import Change, Document, Edition, EditionKind, Quotation, Source, User

SUBJECTS: dict[str, Any] = {
    EditionKind.DOCUMENT: Document,
    EditionKind.CLAIM: Claim,
    EditionKind.SOURCE: Source,
}
Removed = dict[int, list[Range]]
Remake = Callable[[Edition], Payload | None]


def showing(removed: Removed) -> list[Edition]:
    """The open editions that show any of these words, by subject, newest first.

    `removed` maps primary keys of renditions to the ranges that are gone.
    """
    overlap = Q(pk=None)
    for rendition, ranges in removed.items():
        for start, end in ranges:
            overlap |= Q(rendition=rendition, start__lt=end, end__gt=start)
    found = Quotation.objects.filter(overlap).values("edition")
    rows = Edition.objects.open().filter(pk__in=found)
    return list(rows.order_by("kind", "subject_uid", "-number"))


def close_and_replace(
    shown: Removed,
    remake: Remake,
    *,
    by: User,
    reason: str,
    at: datetime,
    removed: Removed | None = None,
) -> list[Edition]:
    """Close every open edition that shows the words; returns the editions that replace some.

    `remake` gives the next edition's payload from the newest one, or None where there is none.
    `removed` is what that shows no longer: all the words, unless told.
    """
    made: list[Edition] = []
    removed = shown if removed is None else removed
    by_subject = groupby(showing(shown), key=lambda row: (row.kind, row.subject_uid))
    for (kind, uid), editions in by_subject:
        affected = list(editions)
        newest = newest_open(kind, uid)
        heir: Edition | None = newest
        if newest in affected:
            quotations = left_quotations(newest, removed)
            payload = remake(newest)
            heir = None
            if payload:
                heir = succeed(payload, quotations, by=by, reason=reason, at=at)
                made.append(heir)
        for edition in affected:
            shut(edition, by=by, reason=reason, at=at, replaced_by=heir)
    return made


def newest_open(kind: str, uid: str) -> Edition:
    rows = Edition.objects.open().filter(kind=kind, subject_uid=uid)
    return rows.order_by("-number")[0]


def succeed(
    payload: Payload,
    quotations: Iterable[tuple[int, int, int]],
    *,
    by: User,
    reason: str,
    at: datetime,
) -> Edition:
    """Freeze a remade payload as the subject's next edition."""
    kind, uid = payload["kind"], payload["uid"]
    occasion = {
        "number": next_number(kind, uid),
        "published_at": stamp(at),
        "published_by": by.shown_name,
        "reason": reason,
        "change": str(Change.WITHHOLDING),
    }
    edition = freeze(payload | occasion, by=by, at=at, quotations=quotations)
    announce(SUBJECTS[kind].objects.get(uid=uid), edition, by=by, at=at)
    return edition


def left_quotations(edition: Edition, removed: Removed) -> list[tuple[int, int, int]]:
    """The words that the edition shows, less those that are gone."""
    rows = edition.quotations.values_list("rendition", "start", "end")
    return sorted(
        (rendition, *piece)
        for rendition, start, end in rows
        for piece in subtract([(start, end)], removed.get(rendition, []))
    )


def shut(edition: Edition, *, by: User, reason: str, at: datetime, **columns: Any) -> None:
    """Close an edition and say so on its subject's chain."""
    close(edition, by=by, reason=reason, at=at, **columns)
    subject = SUBJECTS[edition.kind].objects.get(uid=edition.subject_uid)
    record(
        subject=subject,
        # Closing is policy in PREMIS terms: the vocabulary has no term for withdrawing.
        event_type="policy assignment",
        by=by,
        at=at,
        detail={"withdrawn edition": edition.number, "sha256": edition.sha256},
        objects=[f"edition:{edition.kind}/{edition.slug}/{edition.number}"],
    )
