from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Blob(Frozen):
    """Bytes as received, named by their SHA-256; the file lies in the blob storage."""

    natural_fields = ("sha256",)

    sha256 = models.CharField(
        max_length=64, unique=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    media_type = models.CharField(max_length=100, blank=True)
    received_at = models.DateTimeField(default=timezone.now)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["sha256"]
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="blob_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]}… ({self.size} bytes)"

    def natural_key(self) -> tuple[str, ...]:
        return (self.sha256,)
