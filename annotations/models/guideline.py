from django.db import models

from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class GuidelineQuerySet(FrozenQuerySet["Guideline"]):
    def in_force(self) -> "Guideline | None":
        return self.order_by("-version").first()


class Guideline(Authored, Frozen):
    """What readers are to mark and how, in one version of the archive's own words."""

    natural_fields = ("version",)

    version = models.PositiveIntegerField(unique=True, help_text="From 1.")
    title = models.CharField(max_length=120)
    text = models.TextField(help_text="Markdown.")

    objects = NaturalManager.from_queryset(GuidelineQuerySet)()

    class Meta:
        ordering = ["version"]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    def natural_key(self) -> tuple[int]:
        return (self.version,)
