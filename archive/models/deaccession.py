from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import UID_LENGTH, Named, NaturalManager


class Deaccession(Named, Frozen):
    """A document taken out of the holdings before anything of it was published.

    Its bytes, texts and history stay. Its name elsewhere is free again and kept here; its address
    is not. The same bytes brought in again are a new document.
    """

    document = models.OneToOneField(
        "archive.Document", on_delete=models.PROTECT, related_name="deaccession"
    )
    external_id = models.CharField(max_length=200, blank=True, help_text="As it was until then.")
    batch_uid = models.CharField(max_length=UID_LENGTH, blank=True, verbose_name="batch")
    reason = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["made_at", "uid"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="deaccession_has_reason"),
        ]

    def __str__(self) -> str:
        return f"deaccession of {self.document}"
