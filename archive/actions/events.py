"""Writing the event chain: the only door to `Event` rows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.digests import canonical, sha256
from archive.models import Event, Subject, User


def chained(event: Event) -> str:
    """The digest of an event: SHA-256 of its content in canonical JSON, `previous` included."""
    return sha256(canonical(event.content()))


def record(
    *,
    subject: Subject,
    event_type: str,
    by: User,
    at: datetime | None = None,
    outcome: str = "success",
    detail: dict[str, Any] | None = None,
    objects: Iterable[str] = (),
) -> Event:
    """Append an event to the subject's chain and move the subject's head.

    `detail` and `objects` (each `kind:name`) hold ranges, ids, digests and categories, never the
    words of a document. The subject's row is locked, so that two writers take their turns.
    """
    model = type(subject)
    with transaction.atomic():
        heads = model._base_manager.select_for_update().values_list("event_count", "event_head")
        count, head = heads.get(pk=subject.pk)
        event = Event(
            subject_kind=subject.subject_kind,
            subject_uid=subject.uid,
            sequence=count + 1,
            event_type=event_type,
            at=at or timezone.now(),
            agent_name=by.username,
            agent_kind=by.kind,
            agent_version=by.agent_version,
            outcome=outcome,
            detail=detail or {},
            objects_touched=list(objects),
            previous=head,
        )
        event.digest = chained(event)
        model._base_manager.filter(pk=subject.pk).update(
            event_count=count + 1, event_head=event.digest
        )
        event.save()
    subject.event_count, subject.event_head = count + 1, event.digest
    return event
