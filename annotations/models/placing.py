from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from annotations.models.annotation import AnnotationState
from annotations.models.settlement import Settlement
from archive.models import Rendition
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class PlacingState(models.TextChoices):
    """What aligning two texts said of a mark; what is exact needs no person."""

    CHANGED = "changed", "words changed"
    MOVED = "moved", "moved"
    AMBIGUOUS = "ambiguous", "more than one place"
    ORPHAN = "orphan", "not found"


class PlacingQuerySet(FrozenQuerySet["Placing"]):
    def of(self, rendition: Rendition) -> Self:
        """Of marks that still stand on another text than this one, each with `is_settled`.

        A newer rendition makes those of an older one moot without a word.
        """
        rows = self.filter(rendition=rendition).exclude(annotation__rendition=rendition)
        settled = Settlement.objects.standing().filter(placing=OuterRef("pk"))
        rows = rows.exclude(annotation__state=AnnotationState.DELETED)
        return rows.annotate(is_settled=Exists(settled))

    def waiting(self, rendition: Rendition) -> Self:
        """Those on which a person has to decide, in the order of the earlier texts."""
        rows = self.of(rendition).filter(is_settled=False)
        return rows.order_by("annotation__rendition__number", "annotation__start", "pk")


class Placing(Named, Frozen):
    """Where a mark on an earlier text may stand in a later one, as aligning the two told.

    Nothing rests on it until a person settles it. An orphan has no place.
    """

    annotation = models.ForeignKey(
        "annotations.Annotation", on_delete=models.PROTECT, related_name="placings"
    )
    rendition = models.ForeignKey("archive.Rendition", on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=PlacingState)
    score = models.FloatField(help_text="From 0 to 1, which is the same words in the same place.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    objects = NaturalManager.from_queryset(PlacingQuerySet)()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PlacingState.ORPHAN, start=None, end=None)
                | (
                    ~Q(state=PlacingState.ORPHAN)
                    & Q(start__isnull=False, end__isnull=False, start__lte=F("end"))
                ),
                name="placing_has_a_place_unless_orphan",
            ),
            models.CheckConstraint(
                condition=Q(score__gte=0, score__lte=1), name="placing_score_0_to_1"
            ),
            models.UniqueConstraint(fields=["rendition", "annotation"], name="placing_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.uid}"
