"""Publishers and platforms, and what they are worth."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from archive.actions import slugs
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Conflict, Rating, Reliability, Source, User


@transaction.atomic
def create_source(
    *, slug: str, name: str, by: User, at: datetime | None = None, **values: Any
) -> Source:
    """A new source, not rated yet. `values`: kind, url, description, part_of."""
    source = Source(slug=slug, name=name, **values)
    slugs.register(subject=source, slug=slug, by=by, at=at)
    source.save()
    record(subject=source, event_type="accession", by=by, at=at)
    return source


@transaction.atomic
def change_source(*, source: Source, expected: int, by: User, **values: Any) -> Source:
    """Change its description if it is still at version `expected`; else raise `Conflict`."""
    source.change(expected=expected, **values)
    record(
        subject=source,
        event_type="metadata modification",
        by=by,
        detail={"fields": sorted(values)},
    )
    return source


@transaction.atomic
def rate(
    *,
    source: Source,
    value: str,
    grounds: str,
    by: User,
    topic: str = "",
    review_by: date | None = None,
    at: datetime | None = None,
) -> Rating:
    """Judge a source's reliability (A-F, grounds in words). Supersedes the last judgement."""
    if value not in Reliability.values:
        raise Refused(f"“{value}” is no reliability: use a letter from A to F.")
    if not grounds.strip():
        raise Refused("A rating needs its grounds in words.")
    last = Rating.objects.current().filter(source=source).first()
    try:
        with transaction.atomic():
            rating = Rating.objects.create(
                source=source,
                value=value,
                grounds=grounds,
                topic=topic,
                review_by=review_by,
                rated_by=by,
                rated_at=at or timezone.now(),
                supersedes=last,
            )
    except IntegrityError:
        raise Conflict(Rating.objects.current().get(source=source)) from None
    # A local term: PREMIS has none for a judgement of worth, and a rating is no policy.
    detail = {"rating": rating.uid, "value": value, "superseded": last.uid if last else None}
    record(subject=source, event_type="rating", by=by, at=at, detail=detail)
    return rating
