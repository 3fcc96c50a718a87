"""Describing documents."""

from datetime import datetime
from typing import Any

from django.db import transaction

from archive.actions import slugs
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Document, Edition, User
from archive.searching import port


@transaction.atomic
def describe(
    *, document: Document, expected: int, by: User, at: datetime | None = None, **values: Any
) -> Document:
    """Change the description if it is still at version `expected`; else raise `Conflict`."""
    document.change(expected=expected, **values)
    record(
        subject=document,
        event_type="metadata modification",
        by=by,
        at=at,
        detail={"fields": sorted(values)},
    )
    port.refresh(Document.objects.filter(pk=document.pk))
    return document


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
