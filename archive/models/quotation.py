from django.db import models
from django.db.models import F, Q

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Quotation(Frozen):
    """An edition shows these words of this rendition: what withdrawing travels along."""

    natural_fields = (
        "edition__kind",
        "edition__subject_uid",
        "edition__number",
        "rendition__uid",
        "start",
        "end",
    )

    edition = models.ForeignKey(
        "archive.Edition", on_delete=models.PROTECT, related_name="quotations"
    )
    rendition = models.ForeignKey(
        "archive.Rendition", on_delete=models.PROTECT, related_name="quotations"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["edition", "rendition", "start", "end"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "rendition", "start", "end"], name="quotation_once"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quotation_range"),
        ]
        indexes = [models.Index(fields=["rendition", "start", "end"], name="quotation_by_range")]

    def __str__(self) -> str:
        return f"{self.edition}: {self.start}-{self.end}"

    def natural_key(self) -> tuple[str, str, int, str, int, int]:
        return (*self.edition.natural_key(), self.rendition.uid, self.start, self.end)
