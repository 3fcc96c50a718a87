"""Writing the event chain: the only door to `Event` rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive import bulk
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


@dataclass(slots=True)
class Chain:
    """A subject's history as it grows in memory; `rows` are the events that are not written yet.

    Who holds one has the subject's row locked, or is about to make it.
    """

    kind: str
    uid: str
    count: int = 0
    head: str = ""
    rows: list[bulk.Values] = field(default_factory=list)

    def add(
        self,
        event_type: str,
        *,
        by: User,
        at: datetime,
        detail: dict[str, Any],
        objects: list[str],
        outcome: str = "success",
    ) -> None:
        """One more event; `detail` and `objects` as in `record`."""
        content = {
            "subject_kind": self.kind,
            "subject_uid": self.uid,
            "sequence": self.count + 1,
            "event_type": event_type,
            "at": at.astimezone(UTC).isoformat(),
            "agent_name": by.username,
            "agent_kind": by.kind,
            "agent_version": by.agent_version,
            "outcome": outcome,
            "detail": detail,
            "objects_touched": objects,
            "previous": self.head,
        }
        self.head, self.count = sha256(canonical(content)), self.count + 1
        self.rows.append((*(content | {"at": at}).values(), self.head))


COLUMNS = (
    *("subject_kind", "subject_uid", "sequence", "event_type", "at", "agent_name", "agent_kind"),
    *("agent_version", "outcome", "detail", "objects_touched", "previous", "digest"),
)


def write(chains: Iterable[Chain]) -> None:
    """Insert what the chains have grown by. Who calls it sees to the heads of the subjects."""
    bulk.insert(Event, COLUMNS, [row for chain in chains for row in chain.rows])


def move_heads(model: type[Subject], heads: Iterable[tuple[int, Chain]]) -> None:
    """Let subjects, by primary key, remember the last event of their chains."""
    rows = ((chain.count, chain.head, pk) for pk, chain in heads)
    bulk.update(model, ("event_count", "event_head"), rows)
