from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from annotations.models.assessment import Verdict
from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class ScaleQuerySet(FrozenQuerySet["VerdictScale"]):
    def in_force(self) -> Self:
        """The newest version of every scale."""
        same = self.model._default_manager.filter(slug=OuterRef("slug")).order_by("-version")
        return self.filter(version=Subquery(same.values("version")[:1]))


class VerdictScale(Authored, Frozen):
    """One version of a scale of verdicts: words in an order, each with its definition.

    It never changes, so that a judgement means for ever what it meant: another wording is another
    version.
    """

    natural_fields = ("slug", "version")

    slug = models.SlugField(max_length=40)
    version = models.PositiveIntegerField(default=1, editable=False)
    name = models.CharField(max_length=80)
    definition = models.TextField(help_text="What the scale is for, and how it is read.")

    objects = NaturalManager.from_queryset(ScaleQuerySet)()

    class Meta:
        ordering = ["slug", "version"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "version"], name="scale_version_once"),
            models.CheckConstraint(condition=Q(version__gt=0), name="scale_version_from_1"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(definition=""), name="scale_is_defined"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"

    def natural_key(self) -> tuple[str, int]:
        return (self.slug, self.version)


class ValueQuerySet(FrozenQuerySet["VerdictValue"]):
    def in_force(self) -> Self:
        """The values of the newest versions, scale by scale."""
        return self.filter(scale__in=VerdictScale.objects.in_force()).select_related("scale")


class VerdictValue(Frozen):
    """A word of a scale: what it means, and which of the plain verdicts it comes to.

    `rating` is its number for formats that ask for one, higher for truer; null where the word says
    nothing of truth.
    """

    natural_fields = ("scale__slug", "scale__version", "slug")

    scale = models.ForeignKey(
        "annotations.VerdictScale", on_delete=models.PROTECT, related_name="values"
    )
    position = models.PositiveIntegerField(help_text="From 1.")
    slug = models.SlugField(max_length=40)
    label = models.CharField(max_length=80)
    definition = models.TextField()
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    maps_to = models.CharField(max_length=30, choices=Verdict, verbose_name="comes to")

    objects = NaturalManager.from_queryset(ValueQuerySet)()

    class Meta:
        ordering = ["scale", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "position"], name="value_position_once"),
            models.UniqueConstraint(fields=["scale", "slug"], name="value_slug_once"),
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(definition=""), name="value_is_defined"
            ),
            models.CheckConstraint(condition=Q(position__gt=0), name="value_position_from_1"),
            models.CheckConstraint(
                condition=Q(maps_to__in=Verdict.values), name="value_comes_to_a_verdict"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.scale.name})"

    def natural_key(self) -> tuple[str, int, str]:
        return (self.scale.slug, self.scale.version, self.slug)
