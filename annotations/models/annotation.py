from typing import Self

from django.db import models
from django.db.models import F, Q

from annotations.models.identity import Authored
from archive.models.identity import Named, NaturalManager, Versioned


class AnnotationKind(models.TextChoices):
    CLAIM = "claim", "claim"
    EVIDENCE = "evidence", "evidence"
    NOTE = "note", "note"
    QUESTION = "question", "question"
    LACUNA = "lacuna", "lacuna (words are missing here)"


class Stance(models.TextChoices):
    NONE = "", "none"
    ASSERTS = "asserts", "asserts"
    REPORTS = "reports", "reports"
    DENIES = "denies", "denies"
    QUESTIONS = "questions", "questions"


class AnnotationState(models.TextChoices):
    ACTIVE = "active", "active"
    ORPHAN = "orphan", "orphan: its words were not found again"
    DELETED = "deleted", "deleted"


class AnnotationQuerySet(models.QuerySet["Annotation"]):
    def active(self) -> Self:
        return self.filter(state=AnnotationState.ACTIVE)


class Annotation(Named, Versioned, Authored):
    """Words of a rendition that an editor marked, and what for.

    The row keeps the range (code points) and the SHA-256 of the words, never the words. A lacuna
    may be an empty range: the point where words are missing.
    """

    rendition = models.ForeignKey(
        "archive.Rendition",
        on_delete=models.PROTECT,
        related_name="+",
        related_query_name="annotation",
        db_index=False,
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words_sha256 = models.CharField(max_length=64, editable=False)
    kind = models.CharField(max_length=10, choices=AnnotationKind)
    body = models.TextField(blank=True, verbose_name="note", help_text="Markdown.")
    claim = models.ForeignKey(
        "annotations.Claim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="spans",
    )
    stance = models.CharField(max_length=10, choices=Stance, blank=True, default="")
    state = models.CharField(max_length=10, choices=AnnotationState, default=AnnotationState.ACTIVE)
    external_id = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=80, blank=True)

    objects = NaturalManager.from_queryset(AnnotationQuerySet)()

    class Meta:
        ordering = ["rendition", "start", "end", "uid"]
        # A range of a text and a part of its list are found in the index alone.
        indexes = [
            models.Index(
                fields=["rendition", "start", "end", "id", "state"], name="annotation_by_place"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")) | Q(start=F("end"), kind=AnnotationKind.LACUNA),
                name="annotation_range",
            ),
            models.CheckConstraint(
                condition=(Q(kind=AnnotationKind.CLAIM) & Q(claim__isnull=False) & ~Q(stance=""))
                | (~Q(kind=AnnotationKind.CLAIM) & Q(claim=None, stance="")),
                name="annotation_claim_and_stance_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid}"
