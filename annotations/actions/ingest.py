"""Bringing documents in, whole: the record, the remarks it carried, its moderation cases."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from annotations.actions.annotate import annotate
from annotations.actions.cases import open_cases, open_new
from annotations.graphemes import whole_characters
from annotations.models import AnnotationKind
from annotations.moderation.matters import Matter, matters
from archive.actions.arrivals import Offer
from archive.actions.ingest import Ingested, ingest_all, offered
from archive.ingest import Item
from archive.models import Rendition, User

Wanted = tuple[Item, dict[str, Any]]


@transaction.atomic
def ingest_item(*, item: Item, by: User, at: datetime | None = None, **columns: Any) -> Ingested:
    """Ingest a parsed item; `columns` (title, slug, source, url …) override what it proposes.

    Same bytes, address and capture time again: status "duplicate", nothing written.
    """
    (done,) = ingest_items([(item, columns)], by=by, at=at)
    return done


def ingest_items(
    wanted: Sequence[Wanted], *, by: User, at: datetime | None = None
) -> list[Ingested]:
    """The same for many, in a transaction that the caller has begun and that fails with them."""
    offers = [offer(item, columns) for item, columns in wanted]
    found = [[*matters(each.parsed.text, each.parsed.comments)] for each in offers]
    for each, cases in zip(offers, found, strict=True):
        each.also = {"cases": len(cases)} if cases else {}
    done = ingest_all(offers, by=by, at=at)
    judge(list(zip(done, found, strict=True)), by=by, at=at)
    return done


def offer(item: Item, columns: dict[str, Any]) -> Offer:
    assert item.parsed is not None, "only a parsed item can be ingested"
    title = item.title or item.parsed.title or item.path
    said = {"title": title, "fetched": item.fetched, "fixity": item.fixity, **columns}
    return offered(data=item.data, parsed=item.parsed, **said)


def judge(found: Sequence[tuple[Ingested, list[Matter]]], *, by: User, at: datetime | None) -> None:
    """What judgement makes of new texts: cases, inherited where there is something, and remarks."""
    laid = [(done, done.laid, cases) for done, cases in found if done.laid]
    open_new(
        (row.place.pk, row.rendition.comments, cases) for _, row, cases in laid if row.place.is_new
    )
    for done, row, _ in laid:
        if row.arrival.offer.parsed.remarks:
            adopt_remarks(done.rendition, by=by, at=at)
        if not row.place.is_new:
            open_cases(rendition=done.rendition, at=at)


def adopt_remarks(rendition: Rendition, *, by: User, at: datetime | None = None) -> None:
    """What the file itself says about its text becomes notes, each naming its author and day."""
    for remark in rendition.remarks:
        start, end = whole_characters(rendition.text, remark["start"], remark["end"])
        named = ", ".join(filter(None, [remark["author"], (remark["posted_at"] or "")[:10]]))
        annotate(
            rendition=rendition,
            start=start,
            end=end,
            kind=AnnotationKind.NOTE,
            body=f"{named or 'Nobody named'}: {remark['text']}",
            by=by,
            at=at,
        )
