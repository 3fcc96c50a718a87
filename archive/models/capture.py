from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class CaptureMethod(models.TextChoices):
    COMMAND = "command", "command line"
    UPLOAD = "upload", "uploaded"
    PASTE = "paste", "pasted"
    FIXTURE = "fixture", "fixture"


class Capture(Named, Frozen):
    """When, how, by whom and from where bytes came to a document. An unknown time stays unknown."""

    document = models.ForeignKey(
        "archive.Document", on_delete=models.PROTECT, related_name="captures", db_index=False
    )
    blob = models.ForeignKey("archive.Blob", on_delete=models.PROTECT, related_name="captures")
    url = models.URLField(max_length=2000, blank=True, verbose_name="address")
    captured_at = models.DateTimeField(null=True, blank=True)
    method = models.CharField(max_length=10, choices=CaptureMethod)
    original_name = models.CharField(max_length=255, blank=True)
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["document", "received_at", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "blob", "url", "captured_at"], name="capture_once"
            ),
            models.UniqueConstraint(
                fields=["document", "blob", "url"],
                condition=models.Q(captured_at=None),
                name="capture_once_without_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.received_at:%Y-%m-%d})"
