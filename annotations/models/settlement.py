from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Settled(models.TextChoices):
    ACCEPTED = "accepted", "accepted"
    ELSEWHERE = "elsewhere", "placed elsewhere"
    REMOVED = "removed", "deleted: not there any more"
    LEFT = "left", "left as an orphan"
    UNDONE = "undone", "undone"


class SettlementQuerySet(FrozenQuerySet["Settlement"]):
    def standing(self) -> Self:
        """The decisions that nobody took back."""
        return self.exclude(outcome=Settled.UNDONE).filter(undone_by=None)


class Settlement(Frozen):
    """What a person decided on the place of a mark in a later text. Undoing is one of them."""

    natural_fields = ("placing__uid", "sequence")

    placing = models.ForeignKey(
        "annotations.Placing", on_delete=models.PROTECT, related_name="settlements"
    )
    sequence = models.PositiveIntegerField(help_text="From 1 within the placing.")
    outcome = models.CharField(max_length=10, choices=Settled)
    reason = models.TextField()
    version = models.PositiveIntegerField(help_text="The version that it gave the mark.")
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now)

    objects = NaturalManager.from_queryset(SettlementQuerySet)()

    class Meta:
        ordering = ["placing_id", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["placing", "sequence"], name="settlement_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="settlement_has_reason"),
            models.CheckConstraint(
                condition=Q(outcome=Settled.UNDONE, undoes__isnull=False)
                | (~Q(outcome=Settled.UNDONE) & Q(undoes=None)),
                name="settlement_names_what_it_undoes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.placing_id}, {self.sequence})"

    def natural_key(self) -> tuple[str, int]:
        return (self.placing.uid, self.sequence)
