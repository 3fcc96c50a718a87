from typing import Self

from django.db import models
from django.db.models import Max

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class RuleQuerySet(FrozenQuerySet["Rule"]):
    def in_force(self) -> Self:
        """The rules of the newest version."""
        return self.filter(version=self.aggregate(newest=Max("version"))["newest"] or 0)


class Rule(Frozen):
    """A numbered rule of one version of the archive's own moderation rules."""

    natural_fields = ("version", "number")

    version = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=10, help_text="1, 2.1 …")
    title = models.CharField(max_length=120)
    text = models.TextField()
    category = models.CharField(max_length=60, blank=True)
    outcomes = models.JSONField(help_text="The outcomes that it can bear.")

    objects = NaturalManager.from_queryset(RuleQuerySet)()

    class Meta:
        ordering = ["version", "position"]
        verbose_name = "moderation rule"
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="rule_once"),
            models.UniqueConstraint(fields=["version", "position"], name="rule_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def natural_key(self) -> tuple[int, str]:
        return (self.version, self.number)
