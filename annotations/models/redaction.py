from django.db import models
from django.db.models import F, Q

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Redaction(Frozen):
    """A range of the rendition that a decision removes from what readers see."""

    natural_fields = ("decision__uid", "start", "end")

    decision = models.ForeignKey(
        "annotations.Decision", on_delete=models.PROTECT, related_name="redactions"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["decision", "start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "start", "end"], name="redaction_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="redaction_range"),
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def natural_key(self) -> tuple[str, int, int]:
        return (self.decision.uid, self.start, self.end)
