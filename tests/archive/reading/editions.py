"""Editions frozen from payloads, closed and renamed as the actions do it."""

from datetime import UTC, datetime
from typing import Any

from archive.actions.editions import close, freeze
from archive.models import Edition, Slug, SlugState, Withdrawal
from tests import factories
from tests.archive.reading import payloads

PUBLISHED = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def publish(payload: payloads.Part, at: datetime = PUBLISHED) -> Edition:
    """Freeze a payload, and give its subject its address as the other actions would."""
    by = factories.publisher()
    if payload["kind"] not in ("rules", "scales"):
        Slug.objects.get_or_create(
            kind=payload["kind"],
            value=payload["slug"],
            defaults={"subject_uid": payload["uid"], "by": by},
        )
    return freeze(payload, by=by, at=at)


def withdraw(edition: Edition, **values: Any) -> Withdrawal:
    reason = values.pop("reason", "The rights were not cleared.")
    return close(edition, by=factories.publisher(), reason=reason, **values)


def rename(kind: str, old: str, new: str) -> None:
    """Give a subject a new address, the old one kept as renamed."""
    row = Slug.objects.get(kind=kind, value=old)
    Slug.objects.filter(pk=row.pk).update(state=SlugState.RENAMED)
    Slug.objects.create(kind=kind, value=new, subject_uid=row.subject_uid, by=row.by)
