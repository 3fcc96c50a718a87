from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from annotations.models.identity import Authored
from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager

ONE_OF_TWO = "An answer is to one claim or to one document: choose one."


class Reply(Named, Authored, Frozen):
    """What somebody concerned answers to a claim or a document, word for word.

    It is shown once a publisher has reviewed it, with the next edition; words that were taken down
    wrongly are recorded anew.
    """

    claim = models.ForeignKey(
        "annotations.Claim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
    )
    document = models.ForeignKey(
        "archive.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        related_query_name="reply",
    )
    name = models.CharField(max_length=200, help_text="As they wish it shown.")
    concern = models.CharField(
        max_length=200, verbose_name="concerned as", help_text="The author, the institution named …"
    )
    received_on = models.DateField()
    words = models.TextField(help_text="Word for word, without addresses or telephone numbers.")

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["received_on", "uid"]
        verbose_name = "answer of somebody concerned"
        verbose_name_plural = "answers of those concerned"
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False, document=None)
                | Q(claim=None, document__isnull=False),
                name="reply_to_a_claim_or_a_document",
                violation_error_message=ONE_OF_TWO,
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(concern="") & ~Q(words=""),
                name="reply_says_who_and_what",
            ),
        ]

    def __str__(self) -> str:
        return f"Answer of {self.name}, {self.received_on}"


class ReviewOutcome(models.TextChoices):
    SHOW = "show", "show it with the next edition"
    KEEP = "keep", "keep it and do not show it"


class ReviewQuerySet(FrozenQuerySet["ReplyReview"]):
    def current(self) -> Self:
        """The reviews that no later one supersedes."""
        return self.filter(superseded_by=None)


class ReplyReview(Named, Frozen):
    """Whether a publisher lets an answer be shown, and why. A later review supersedes it."""

    reply = models.ForeignKey(
        "annotations.Reply", on_delete=models.PROTECT, related_name="reviews", verbose_name="answer"
    )
    outcome = models.CharField(max_length=4, choices=ReviewOutcome)
    reason = models.TextField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(default=timezone.now)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = NaturalManager.from_queryset(ReviewQuerySet)()

    class Meta:
        ordering = ["reply", "reviewed_at", "uid"]
        verbose_name = "review of an answer"
        verbose_name_plural = "reviews of answers"
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="review_has_reason"),
            models.CheckConstraint(
                condition=Q(outcome__in=ReviewOutcome.values), name="review_shows_or_keeps"
            ),
            models.UniqueConstraint(
                fields=["reply"], condition=Q(supersedes=None), name="review_one_first_per_reply"
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()
