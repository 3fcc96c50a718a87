"""Bringing a document in, whole: the record, the remarks it carried, its moderation cases."""

from datetime import datetime
from typing import Any

from django.db import transaction

from annotations.actions.annotate import annotate
from annotations.actions.cases import open_cases
from annotations.models import AnnotationKind
from archive.actions.ingest import Ingested, ingest
from archive.ingest import Item
from archive.models import Rendition, User


@transaction.atomic
def ingest_item(*, item: Item, by: User, at: datetime | None = None, **columns: Any) -> Ingested:
    """Ingest a parsed item; `columns` (title, slug, source, url …) override what it proposes.

    Same bytes, address and capture time again: status "duplicate", nothing written.
    """
    assert item.parsed is not None, "only a parsed item can be ingested"
    columns.setdefault("title", item.title or item.parsed.title or item.path)
    columns |= {"fetched": item.fetched, "fixity": item.fixity}
    done = ingest(data=item.data, parsed=item.parsed, by=by, at=at, **columns)
    if done.status == "ingested":
        adopt_remarks(done.rendition, by=by, at=at)
        open_cases(rendition=done.rendition, at=at)
    return done


def adopt_remarks(rendition: Rendition, *, by: User, at: datetime | None = None) -> None:
    """What the file itself says about its text becomes notes, each naming its author."""
    for remark in rendition.remarks:
        annotate(
            rendition=rendition,
            start=remark["start"],
            end=remark["end"],
            kind=AnnotationKind.NOTE,
            body=f"{remark['author']}: {remark['text']}",
            by=by,
            at=at,
        )
