from typing import Self

from django.db import models
from django.db.models import Q

from annotations.models.double_reading import DoubleReading
from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class AdjudicationOutcome(models.TextChoices):
    FIRST = "first", "as reader 1 has it"
    SECOND = "second", "as reader 2 has it"
    BOTH = "both", "both marks stand"
    NEITHER = "neither", "neither mark stands"


class AdjudicationQuerySet(FrozenQuerySet["Adjudication"]):
    def current(self) -> Self:
        return self.filter(superseded_by=None)


class Adjudication(Named, Authored, Frozen):
    """What a third person decided where two readers differ, and why. Never overwritten.

    `matter` names the disagreement by the marks that differ: their ids with a `/` between, one of
    them empty where only one reader marked the words.
    """

    double = models.ForeignKey(
        DoubleReading, on_delete=models.PROTECT, related_name="adjudications"
    )
    matter = models.CharField(max_length=21)
    outcome = models.CharField(max_length=8, choices=AdjudicationOutcome)
    reason = models.TextField()
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = NaturalManager.from_queryset(AdjudicationQuerySet)()

    class Meta:
        ordering = ["double", "created_at", "uid"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="adjudication_has_reason"),
            models.UniqueConstraint(
                fields=["double", "matter"],
                condition=Q(supersedes=None),
                name="adjudication_one_first_per_matter",
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()
