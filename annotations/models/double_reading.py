from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from annotations.models.annotation import AnnotationKind, Stance
from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager

# Evidence is tied to a claim that both would have to know: it is not read twice.
READ_FOR = [kind for kind in AnnotationKind.choices if kind[0] != AnnotationKind.EVIDENCE]


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


class ReadingMarkQuerySet(models.QuerySet["ReadingMark"]):
    def standing(self) -> Self:
        """But those that their reader struck out."""
        return self.filter(is_struck=False)


class ReadingMark(Named, Authored):
    """Words that a reader marked in a double reading; `body` is the claim's statement, or a note.

    Changed by striking it out and marking anew. `annotation` is what it became at the close.
    """

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words_sha256 = models.CharField(max_length=64, editable=False)
    kind = models.CharField(max_length=10, choices=READ_FOR)
    stance = models.CharField(max_length=10, choices=Stance, blank=True, default="")
    body = models.TextField(blank=True)
    is_struck = models.BooleanField(default=False)
    annotation = models.ForeignKey(
        "annotations.Annotation", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = NaturalManager.from_queryset(ReadingMarkQuerySet)()

    class Meta:
        ordering = ["reading", "start", "end", "uid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")) | Q(start=F("end"), kind=AnnotationKind.LACUNA),
                name="reading_mark_range",
            ),
            models.CheckConstraint(
                condition=(Q(kind=AnnotationKind.CLAIM) & ~Q(stance="") & ~Q(body=""))
                | (~Q(kind=AnnotationKind.CLAIM) & Q(stance="")),
                name="reading_mark_claim_is_said",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid}"

    @property
    def label(self) -> str:
        """What it is said to be: its kind, of a claim with what the text does with it."""
        return f"{self.kind}: {self.stance}" if self.stance else self.kind


class PassageRead(Named, Frozen):
    """A passage that a reader went through; without a mark in it, it was found empty."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["reading", "start"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "start"], name="passage_read_once"),
        ]


class AdjudicationOutcome(models.TextChoices):
    FIRST = "first", "as reader 1 has it"
    SECOND = "second", "as reader 2 has it"
    BOTH = "both", "both marks stand"
    NEITHER = "neither", "neither mark stands"


class AdjudicationQuerySet(FrozenQuerySet["Adjudication"]):
    def current(self) -> Self:
        return self.filter(superseded_by=None)


class Adjudication(Named, Authored, Frozen):
    """What a third person decided where two readers differ, and why. Never overwritten.

    `matter` names the disagreement by the marks that differ: their ids with a `/` between, one of
    them empty where only one reader marked the words.
    """

    double = models.ForeignKey(
        DoubleReading, on_delete=models.PROTECT, related_name="adjudications"
    )
    matter = models.CharField(max_length=21)
    outcome = models.CharField(max_length=8, choices=AdjudicationOutcome)
    reason = models.TextField()
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = NaturalManager.from_queryset(AdjudicationQuerySet)()

    class Meta:
        ordering = ["double", "created_at", "uid"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="adjudication_has_reason"),
            models.UniqueConstraint(
                fields=["double", "matter"],
                condition=Q(supersedes=None),
                name="adjudication_one_first_per_matter",
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()
