import json
from typing import Any, Self

from django.conf import settings
from django.db import models

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import UID_LENGTH, NaturalManager


class EditionKind(models.TextChoices):
    DOCUMENT = "document", "document"
    CLAIM = "claim", "claim"
    SOURCE = "source", "publisher or platform"
    RULES = "rules", "moderation rules"
    SCALES = "scales", "verdict scales"
    COLLECTION = "collection", "collection"
    FRONT = "front", "front page"
    REPORT = "report", "report"


PATHS = {
    EditionKind.DOCUMENT: "/documents/{slug}/",
    EditionKind.CLAIM: "/claims/{slug}/",
    EditionKind.SOURCE: "/sources/{slug}/",
    EditionKind.RULES: "/about/{slug}/",
    EditionKind.SCALES: "/about/{slug}/",
}


class Change(models.TextChoices):
    """What an edition changed against the one before it.

    Empty for the first, and where nothing changed but which editions it quotes.
    """

    NONE = "", "nothing changed"
    CORRECTION = "correction", "correction"
    CLARIFICATION = "clarification", "clarification"
    UPDATE = "update", "update"
    WITHHOLDING = "withholding", "words withheld"


class EditionQuerySet(FrozenQuerySet["Edition"]):
    def open(self) -> Self:
        """Editions that nobody closed."""
        return self.filter(withdrawal=None)

    def newest_first(self) -> Self:
        return self.order_by("kind", "slug", "-number")


class Edition(Frozen):
    """One frozen publication: canonical JSON holding everything that its page shows."""

    natural_fields = ("kind", "subject_uid", "number")

    kind = models.CharField(max_length=10, choices=EditionKind)
    subject_uid = models.CharField(max_length=UID_LENGTH)
    slug = models.SlugField(max_length=80, help_text="As it was when published.")
    number = models.PositiveIntegerField(help_text="From 1 within the subject, never reused.")
    payload = models.TextField(help_text="Canonical JSON.")
    sha256 = models.CharField(max_length=64, help_text="Of the payload's UTF-8 bytes.")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(help_text="Why this edition: first publication, a correction …")
    change = models.CharField(max_length=13, choices=Change, blank=True, default="")
    accepted_warnings = models.JSONField(default=list, blank=True)

    objects = NaturalManager.from_queryset(EditionQuerySet)()

    class Meta:
        ordering = ["kind", "slug", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_uid", "number"], name="edition_number_once"
            ),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="edition_number_from_1"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="edition_has_reason"),
        ]
        indexes = [models.Index(fields=["kind", "slug", "-number"], name="edition_by_slug")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}, edition {self.number}"

    def natural_key(self) -> tuple[str, str, int]:
        return (self.kind, self.subject_uid, self.number)

    @property
    def content(self) -> dict[str, Any]:
        """The payload, parsed."""
        content: dict[str, Any] = json.loads(self.payload)
        return content

    def get_absolute_url(self) -> str:
        return PATHS[EditionKind(self.kind)].format(slug=self.slug) + f"editions/{self.number}/"
