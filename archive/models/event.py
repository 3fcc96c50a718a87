from datetime import UTC
from typing import Any

from django.db import models

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import UID_LENGTH, NaturalManager


class Event(Frozen):
    """What was done to a subject, in PREMIS terms, chained by digest to the event before it.

    No foreign keys: it outlives what it describes. `detail` and `objects` hold ranges, digests
    and categories, never withheld words. Write through `archive.actions.events.record`.
    """

    natural_fields = ("subject_kind", "subject_uid", "sequence")

    subject_kind = models.CharField(max_length=10)
    subject_uid = models.CharField(max_length=UID_LENGTH)
    sequence = models.PositiveIntegerField(help_text="From 1 within the subject.")
    event_type = models.CharField(max_length=60, help_text="A PREMIS label, or a local term.")
    at = models.DateTimeField()
    agent_name = models.CharField(max_length=150)
    agent_kind = models.CharField(max_length=10)
    agent_version = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=20, default="success")
    detail = models.JSONField(default=dict, blank=True)
    objects_touched = models.JSONField(default=list, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["subject_kind", "subject_uid", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uid", "sequence"], name="event_once"
            ),
            models.CheckConstraint(condition=~models.Q(agent_name=""), name="event_has_agent"),
        ]

    def __str__(self) -> str:
        return f"{self.event_type} ({self.subject_kind} {self.subject_uid}, {self.sequence})"

    def natural_key(self) -> tuple[str, str, int]:
        return (self.subject_kind, self.subject_uid, self.sequence)

    def content(self) -> dict[str, Any]:
        """What the digest is taken over: all but the digest itself, the time in UTC."""
        names = [field.name for field in self._meta.fields if field.name not in ("id", "digest")]
        at = self.at.astimezone(UTC).isoformat()
        return {name: getattr(self, name) for name in names} | {"at": at}
