from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class Reliability(models.TextChoices):
    """Reliability of a source, Admiralty code. F means "not judged", not "worst"."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"


class RatingQuerySet(FrozenQuerySet["Rating"]):
    def current(self) -> "RatingQuerySet":
        """The ratings that no later one supersedes."""
        return self.filter(superseded_by=None)


class Rating(Named, Frozen):
    """How far a source is to be trusted, on what grounds. A new judgement supersedes the last."""

    source = models.ForeignKey("archive.Source", on_delete=models.PROTECT, related_name="ratings")
    value = models.CharField(max_length=1, choices=Reliability, verbose_name="reliability")
    topic = models.CharField(max_length=200, blank=True, help_text="What it is rated for.")
    grounds = models.TextField()
    rated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    rated_at = models.DateTimeField(default=timezone.now)
    review_by = models.DateField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = NaturalManager.from_queryset(RatingQuerySet)()

    class Meta:
        ordering = ["source", "rated_at", "uid"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__in=Reliability.values), name="rating_value_known"
            ),
            models.CheckConstraint(condition=~models.Q(grounds=""), name="rating_has_grounds"),
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(supersedes=None),
                name="rating_one_first_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.value}, {self.get_value_display()}"
