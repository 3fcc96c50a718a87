from django.db import models
from django.utils import timezone

from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import UID_LENGTH, NaturalManager


class Revision(Authored, Frozen):
    """How an annotation, claim or piece of evidence read before somebody changed it, and why."""

    natural_fields = ("subject_kind", "subject_uid", "number")

    subject_kind = models.CharField(max_length=12)
    subject_uid = models.CharField(max_length=UID_LENGTH)
    number = models.PositiveIntegerField(help_text="The version that these fields had.")
    fields = models.JSONField()
    reason = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["subject_kind", "subject_uid", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uid", "number"], name="revision_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_uid}, version {self.number}"

    def natural_key(self) -> tuple[str, str, int]:
        return (self.subject_kind, self.subject_uid, self.number)
