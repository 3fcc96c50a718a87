from django.db import models

from annotations.models.identity import Authored
from archive.models.identity import Named, NaturalManager


class Flag(Named, Authored):
    """One person asking for attention to a comment or a handle, once."""

    case = models.ForeignKey("annotations.Case", on_delete=models.PROTECT, related_name="flags")
    category = models.CharField(max_length=60)
    reason = models.TextField(blank=True)

    objects = NaturalManager()

    class Meta:
        ordering = ["case", "created_at", "uid"]
        constraints = [
            models.UniqueConstraint(fields=["case", "created_by"], name="flag_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.category} on {self.case}"
