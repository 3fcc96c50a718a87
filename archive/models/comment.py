from django.db import models
from django.db.models import F, Q

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class Comment(Frozen):
    """One reader's comment in a rendition: the ranges of its body and handle, and its thread."""

    natural_fields = ("rendition__uid", "number")

    rendition = models.ForeignKey(
        "archive.Rendition", on_delete=models.PROTECT, related_name="comments", db_index=False
    )
    number = models.PositiveIntegerField(help_text="From 1, in the order of the text.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    author_start = models.PositiveIntegerField(null=True, blank=True)
    author_end = models.PositiveIntegerField(null=True, blank=True)
    depth = models.PositiveSmallIntegerField(default=0)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    parent_inferred = models.BooleanField(default=False)
    posted_start = models.PositiveIntegerField(null=True, blank=True)
    posted_end = models.PositiveIntegerField(null=True, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True, help_text="Only where absolute.")
    external_id = models.CharField(max_length=200, blank=True)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["rendition", "number"]
        # A CHECK passes where it is neither true nor false, so a null is named.
        constraints = [
            models.UniqueConstraint(fields=["rendition", "number"], name="comment_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="comment_range"),
            models.CheckConstraint(
                condition=Q(author_start=None, author_end=None)
                | Q(
                    author_start__isnull=False,
                    author_end__isnull=False,
                    author_start__lt=F("author_end"),
                ),
                name="comment_author_range",
            ),
            models.CheckConstraint(
                condition=Q(posted_start=None, posted_end=None)
                | Q(
                    posted_start__isnull=False,
                    posted_end__isnull=False,
                    posted_start__lt=F("posted_end"),
                ),
                name="comment_posted_range",
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.number}"

    def natural_key(self) -> tuple[str, int]:
        return (self.rendition.uid, self.number)
