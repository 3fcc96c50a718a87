from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class Credibility(models.IntegerChoices):
    """Credibility of information, Admiralty code. 6 means "not judged"; no digit means false."""

    CONFIRMED = 1, "confirmed by other sources"
    PROBABLY = 2, "probably true"
    POSSIBLY = 3, "possibly true"
    DOUBTFUL = 4, "doubtful"
    IMPROBABLE = 5, "improbable"
    UNKNOWN = 6, "truth cannot be judged"


class Verdict(models.TextChoices):
    SUPPORTED = "supported", "supported"
    REFUTED = "refuted", "refuted"
    CONFLICTING = "conflicting", "conflicting evidence"
    NOT_ENOUGH = "not_enough_information", "not enough information"
    NOT_CHECKABLE = "not_checkable", "opinion or prediction: not checkable"


class AssessmentQuerySet(FrozenQuerySet["Assessment"]):
    def current(self) -> Self:
        """The judgements that no later one supersedes."""
        return self.filter(superseded_by=None)


class Assessment(Named, Frozen):
    """What somebody judged a claim to be worth, as of a day, with reasons. Never overwritten."""

    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="assessments"
    )
    credibility = models.PositiveSmallIntegerField(choices=Credibility, null=True, blank=True)
    verdict = models.CharField(max_length=30, choices=Verdict)
    value = models.ForeignKey(
        "annotations.VerdictValue",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="word of a verdict scale",
        help_text="It stands beside the verdict and must mean the same.",
    )
    reasons = models.TextField()
    as_of = models.DateField(help_text="What was known by this day.")
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    assessed_at = models.DateTimeField(default=timezone.now)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = NaturalManager.from_queryset(AssessmentQuerySet)()

    class Meta:
        ordering = ["claim", "assessed_at", "uid"]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="assessment_has_reasons"),
            # A CHECK passes where it is neither true nor false, so a null is named.
            models.CheckConstraint(
                condition=Q(verdict=Verdict.NOT_CHECKABLE, credibility=None)
                | (
                    ~Q(verdict=Verdict.NOT_CHECKABLE)
                    & Q(credibility__isnull=False, credibility__range=(1, 6))
                ),
                name="assessment_digit_where_checkable",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(supersedes=None),
                name="assessment_one_first_per_claim",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credibility or '–'}, {self.get_verdict_display()}"
