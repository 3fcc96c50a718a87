from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from annotations.models.guideline import Guideline
from annotations.models.identity import Authored
from archive.models.identity import Named, NaturalManager


class DoubleReadingState(models.TextChoices):
    READING = "reading", "being read"
    COMPARING = "comparing", "to be adjudicated"
    CLOSED = "closed", "closed"


class DoubleReadingQuerySet(models.QuerySet["DoubleReading"]):
    def read_by(self, user: object) -> Self:
        return self.filter(readings__reader=user)


class DoubleReading(Named, Authored):
    """One text marked by two people, each without the other's marks until both are done.

    What they mark stays theirs; what is agreed or adjudicated becomes annotations at the close.
    """

    rendition = models.ForeignKey(
        "archive.Rendition",
        on_delete=models.PROTECT,
        related_name="+",
        related_query_name="double_reading",
    )
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=DoubleReadingState, default=DoubleReadingState.READING
    )

    objects = NaturalManager.from_queryset(DoubleReadingQuerySet)()

    class Meta:
        ordering = ["created_at", "uid"]
        permissions = [("adjudicate_doublereading", "Can adjudicate between two readers")]

    def __str__(self) -> str:
        return f"Double reading of {self.rendition}"


class Reading(Named):
    """One person's part in a double reading."""

    double = models.ForeignKey(DoubleReading, on_delete=models.PROTECT, related_name="readings")
    number = models.PositiveSmallIntegerField(help_text="1 or 2.")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_done = models.BooleanField(default=False)

    objects = NaturalManager()

    class Meta:
        ordering = ["double", "number"]
        constraints = [
            models.UniqueConstraint(fields=["double", "number"], name="reading_number_once"),
            models.UniqueConstraint(fields=["double", "reader"], name="reading_by_two_people"),
            models.CheckConstraint(condition=Q(number__in=(1, 2)), name="reading_first_or_second"),
        ]

    def __str__(self) -> str:
        return f"Reader {self.number}"
