from typing import Self

from django.db import models
from django.db.models import F, Q

from annotations.models.annotation import AnnotationKind, Stance
from annotations.models.double_reading import Reading
from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager

# Evidence is tied to a claim that both would have to know: it is not read twice.
READ_FOR = [kind for kind in AnnotationKind.choices if kind[0] != AnnotationKind.EVIDENCE]


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
