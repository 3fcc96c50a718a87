from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.edition import Edition
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Withdrawal(Frozen):
    """The closing of an edition: a row of its own, so that the edition stays frozen."""

    natural_fields = (
        "edition__kind",
        "edition__subject_uid",
        "edition__number",
    )

    edition = models.OneToOneField(
        "archive.Edition", on_delete=models.PROTECT, related_name="withdrawal"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(help_text="Shown to readers on the tombstone.")
    show_title = models.BooleanField(default=False)
    replaced_by = models.ForeignKey(
        "archive.Edition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
    )

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["edition"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="withdrawal_has_reason"),
        ]

    def __str__(self) -> str:
        return f"withdrawal of {self.edition}"

    def natural_key(self) -> tuple[str, str, int]:
        edition: Edition = self.edition
        return edition.natural_key()
