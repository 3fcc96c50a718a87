"""Freezing editions and closing them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from archive.actions import projections
from archive.digests import canonical, sha256
from archive.errors import Refused
from archive.models import Edition, Quotation, User, Withdrawal


def next_number(kind: str, subject_uid: str) -> int:
    """Numbers start at 1 and are never reused: closed editions count."""
    return Edition.objects.filter(kind=kind, subject_uid=subject_uid).count() + 1


@transaction.atomic
def freeze(
    payload: dict[str, Any],
    *,
    by: User,
    quotations: Iterable[tuple[int, int, int]] = (),
    accepted_warnings: Iterable[str] = (),
    at: datetime | None = None,
) -> Edition:
    """Freeze a composed payload as the edition that it says it is, and project it.

    `quotations`: (rendition primary key, start, end) of the words that it shows. Raises `Refused`
    if somebody else published the same number in the meantime.
    """
    text = canonical(payload)
    try:
        with transaction.atomic():
            edition = Edition.objects.create(
                kind=payload["kind"],
                subject_uid=payload["uid"],
                slug=payload["slug"],
                number=payload["number"],
                payload=text,
                sha256=sha256(text),
                published_at=at or timezone.now(),
                published_by=by,
                reason=payload["reason"],
                change=payload.get("change", ""),
                accepted_warnings=list(accepted_warnings),
            )
    except IntegrityError:
        raise Refused(
            f"Edition {payload['number']} of “{payload['slug']}” was published by somebody else "
            "in the meantime: look at it, then publish again."
        ) from None
    Quotation.objects.bulk_create(
        Quotation(edition=edition, rendition_id=rendition, start=start, end=end)
        for rendition, start, end in quotations
    )
    projections.project(edition.kind, edition.subject_uid)
    return edition


@transaction.atomic
def close(
    edition: Edition,
    *,
    by: User,
    reason: str,
    show_title: bool = False,
    replaced_by: Edition | None = None,
    at: datetime | None = None,
) -> Withdrawal:
    """Close an open edition: its address answers 410 from now on.

    Raises `Refused` if it is closed already.
    """
    # Locked, so that of two who close it at once the second finds it closed.
    Edition.objects.select_for_update().get(pk=edition.pk)
    if Withdrawal.objects.filter(edition=edition).exists():
        raise Refused(f"{edition} is closed already.")
    withdrawal = Withdrawal.objects.create(
        edition=edition,
        by=by,
        at=at or timezone.now(),
        reason=reason,
        show_title=show_title,
        replaced_by=replaced_by,
    )
    projections.project(edition.kind, edition.subject_uid)
    return withdrawal
