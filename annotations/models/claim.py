from typing import TYPE_CHECKING

from django.db import models

from annotations.models.identity import Authored
from archive.models.identity import NaturalManager, Subject, Versioned

if TYPE_CHECKING:
    from archive.models import Authority


class ClaimKind(models.TextChoices):
    FACT = "fact", "fact"
    OPINION = "opinion", "opinion"
    PREDICTION = "prediction", "prediction"


class Calendar(models.TextChoices):
    UNKNOWN = "", "not said"
    GREGORIAN = "gregorian", "Gregorian (New Style)"
    JULIAN = "julian", "Julian (Old Style)"
    CHINESE = "chinese", "Chinese"


class ClaimState(models.TextChoices):
    ACTIVE = "active", "active"
    MERGED = "merged", "merged into another"
    DELETED = "deleted", "deleted"


class Claim(Subject, Versioned, Authored):
    """One checkable (or plainly uncheckable) statement, in a normal form, whoever makes it."""

    subject_kind = "claim"
    natural_fields = ("slug",)

    slug = models.SlugField(max_length=80, unique=True)
    statement = models.TextField()
    kind = models.CharField(
        max_length=12,
        choices=ClaimKind,
        default=ClaimKind.FACT,
        help_text="Only a fact gets a digit.",
    )
    speaker = models.CharField(
        max_length=200, blank=True, help_text="Who says it inside the text: the article, Putin …"
    )
    topics = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=200, blank=True)
    when_written = models.CharField(
        max_length=120, blank=True, verbose_name="date as written", help_text="As the text has it."
    )
    calendar = models.CharField(max_length=12, choices=Calendar, blank=True, default="")
    when_edtf = models.CharField(
        max_length=60,
        blank=True,
        verbose_name="date, converted",
        help_text="EDTF, New Style: 1858-05-28, 1858~ …",
    )
    state = models.CharField(max_length=10, choices=ClaimState, default=ClaimState.ACTIVE)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )

    objects = NaturalManager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(statement=""), name="claim_has_statement"),
            models.CheckConstraint(
                condition=models.Q(state=ClaimState.MERGED, merged_into__isnull=False)
                | (~models.Q(state=ClaimState.MERGED) & models.Q(merged_into=None)),
                name="claim_merged_names_its_heir",
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def natural_key(self) -> tuple[str, ...]:
        return (self.slug,)

    @property
    def about(self) -> "list[Authority]":
        """The records that it is about."""
        return self.named("about")

    @property
    def treaties(self) -> "list[Authority]":
        """The treaties that it names."""
        return self.named("treaty")

    def named(self, role: str) -> "list[Authority]":
        rows = self.mentions.filter(role=role).select_related("authority")
        return [row.authority for row in rows.order_by("authority__key", "authority__uid")]

    def get_absolute_url(self) -> str:
        return f"/claims/{self.slug}/"
