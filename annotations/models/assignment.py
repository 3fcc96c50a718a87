from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from annotations.models.identity import Authored
from archive.models.identity import Named, NaturalManager, Versioned


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open(self) -> Self:
        return self.filter(is_done=False)

    def of(self, owner: object) -> Self:
        """What somebody has in hand, the most urgent first, what has no day last."""
        return self.open().filter(owner=owner).order_by(F("due").asc(nulls_last=True), "uid")


class Assignment(Named, Versioned, Authored):
    """Work in hand: who sees to a claim or to a document, and by what day. Exactly one of the two.

    Says nothing of what was judged, and no reader sees it.
    """

    claim = models.ForeignKey(
        "annotations.Claim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
    )
    document = models.ForeignKey(
        "archive.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        related_query_name="assignment",
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due = models.DateField(null=True, blank=True, help_text="By what day; none where it can wait.")
    task = models.CharField(max_length=200, blank=True, help_text="What is to be done.")
    is_done = models.BooleanField(default=False, verbose_name="done")

    objects = NaturalManager.from_queryset(AssignmentQuerySet)()

    class Meta:
        ordering = ["is_done", F("due").asc(nulls_last=True), "uid"]
        verbose_name = "work in hand"
        verbose_name_plural = "work in hand"
        constraints = [
            models.CheckConstraint(
                condition=Q(claim=None, document__isnull=False)
                | Q(claim__isnull=False, document=None),
                name="assignment_of_a_claim_or_a_document",
                violation_error_message="Work in hand is on a claim or on a document: give one.",
            ),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(is_done=False), name="assignment_one_open_per_claim"
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(is_done=False),
                name="assignment_one_open_per_document",
            ),
        ]

    def __str__(self) -> str:
        return self.task or str(self.claim or self.document)

    def is_overdue(self, today: date) -> bool:
        return not self.is_done and self.due is not None and self.due < today
