"""Describing documents."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from archive.actions import slugs
from archive.actions.events import record
from archive.errors import Refused
from archive.models import AccessPoint, Authority, Document, Edition, User
from archive.searching import port


@transaction.atomic
def describe(
    *,
    document: Document,
    expected: int,
    by: User,
    at: datetime | None = None,
    authorities: Mapping[str, Iterable[Authority]] | None = None,
    **values: Any,
) -> Document:
    """Change the description if it is still at version `expected`; else raise `Conflict`.

    `authorities` are all records that the document is under from now on, by role; a role that is
    not named keeps its own.
    """
    document.change(expected=expected, **values)
    for role, records in (authorities or {}).items():
        place_under(document, role, records)
    record(
        subject=document,
        event_type="metadata modification",
        by=by,
        at=at,
        detail={"fields": sorted([*values, *["authorities"] * bool(authorities)])},
    )
    port.refresh(Document.objects.filter(pk=document.pk))
    return document


def place_under(document: Document, role: str, records: Iterable[Authority]) -> None:
    """Let the document be under these authority records in one role, and no others."""
    wanted = {record.pk: record for record in records}
    if merged := next((row for row in wanted.values() if row.merged_into_id), None):
        raise Refused(f"“{merged}” was merged into “{merged.merged_into}”: take that one.")
    points = AccessPoint.objects.filter(document=document, role=role)
    points.exclude(authority__in=wanted).delete()
    held = set(points.values_list("authority", flat=True))
    AccessPoint.objects.bulk_create(
        AccessPoint(document=document, authority=row, role=role)
        for pk, row in wanted.items()
        if pk not in held
    )


@transaction.atomic
def rename(
    *,
    document: Document,
    expected: int,
    slug: str,
    by: User,
    withheld: bool = False,
    at: datetime | None = None,
) -> Document:
    """Give the document a new address; the old one answers 301, or 410 where `withheld`.

    Raises `Refused` to withhold an address that an open edition says.
    """
    if withheld and Edition.objects.open().filter(kind="document", slug=document.slug).exists():
        raise Refused(f"Open editions say “{document.slug}”: they have to be replaced first.")
    slugs.retire(subject=document, withheld=withheld)
    slugs.register(subject=document, slug=slug, by=by, at=at)
    return describe(document=document, expected=expected, by=by, at=at, slug=slug)
