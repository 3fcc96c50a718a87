from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.identity import UID_LENGTH, NaturalManager


class SlugState(models.TextChoices):
    CURRENT = "current", "current"
    RENAMED = "renamed", "renamed: answers 301"
    WITHHELD = "withheld", "withheld for its words: answers 410"


class Slug(models.Model):
    """Every address ever given, so that none is given twice. Only its state changes."""

    natural_fields = ("kind", "value")

    kind = models.CharField(max_length=10, help_text="document, claim or source")
    value = models.SlugField(max_length=80)
    subject_uid = models.CharField(max_length=UID_LENGTH)
    state = models.CharField(max_length=10, choices=SlugState, default=SlugState.CURRENT)
    since = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = NaturalManager()

    class Meta:
        ordering = ["kind", "value"]
        verbose_name = "address"
        verbose_name_plural = "addresses"
        constraints = [
            models.UniqueConstraint(fields=["kind", "value"], name="slug_never_reused"),
            models.UniqueConstraint(
                fields=["kind", "subject_uid"],
                condition=models.Q(state=SlugState.CURRENT),
                name="slug_one_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.value}"

    def natural_key(self) -> tuple[str, str]:
        return (self.kind, self.value)
