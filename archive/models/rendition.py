from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import Named, NaturalManager


class RenditionQuerySet(FrozenQuerySet["Rendition"]):
    def of(self, document: Any) -> Self:
        """Every text of a document (or of an `OuterRef` to one), the one that it has now first."""
        return self.filter(capture__document=document).order_by("-number")


class Rendition(Named, Frozen):
    """The text derived from a capture by a named extractor; ranges into it are code points.

    `marks` holds `{kind, start, end, label}` (reference, citation_needed), and as `note` the range
    that a reference stands for, where the text holds it; `remarks` what the file itself said
    about ranges of it (`{start, end, author, posted_at, text}`).
    `structure_sha256` is the digest of its sections and comments, see `archive.digests.structure`.
    """

    capture = models.ForeignKey(
        "archive.Capture", on_delete=models.PROTECT, related_name="renditions", db_index=False
    )
    number = models.PositiveIntegerField(help_text="From 1 within the document.")
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    structure_sha256 = models.CharField(max_length=64)
    length = models.PositiveIntegerField(help_text="In code points.")
    format = models.CharField(max_length=20)
    encoding = models.CharField(max_length=40)
    extractor = models.CharField(max_length=60)
    extractor_version = models.CharField(max_length=20)
    completeness = models.TextField(blank=True)
    stated_comments = models.PositiveIntegerField(null=True, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    marks = models.JSONField(default=list, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    proposed = models.JSONField(default=dict, blank=True, help_text="Metadata as recognised.")
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = NaturalManager.from_queryset(RenditionQuerySet)()

    class Meta:
        ordering = ["capture__document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["capture", "number"], name="rendition_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.capture.document}, text {self.number}"
