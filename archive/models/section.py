from django.db import models
from django.db.models import F, Q

from archive.models.frozen import Frozen, FrozenQuerySet
from archive.models.identity import NaturalManager


class SectionKind(models.TextChoices):
    TITLE = "title", "title"
    BYLINE = "byline", "byline"
    FRONT = "front", "front matter"
    INFOBOX = "infobox", "infobox"
    HEADING = "heading", "heading"
    PARAGRAPH = "paragraph", "paragraph"
    LIST = "list", "list"
    ITEM = "item", "item"
    QUOTATION = "quotation", "quotation"
    TABLE = "table", "table"
    CAPTION = "caption", "caption"
    RESIDUE = "residue", "residue"
    COMMENTS = "comments", "comment section"


class Section(Frozen):
    """A range of a rendition and what it is; an infobox item has its key as heading range."""

    natural_fields = ("rendition__uid", "position")

    rendition = models.ForeignKey(
        "archive.Rendition", on_delete=models.PROTECT, related_name="sections", db_index=False
    )
    position = models.PositiveIntegerField(help_text="From 1, in the order of the text.")
    kind = models.CharField(max_length=10, choices=SectionKind)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    heading_start = models.PositiveIntegerField(null=True, blank=True)
    heading_end = models.PositiveIntegerField(null=True, blank=True)

    objects = NaturalManager.from_queryset(FrozenQuerySet)()

    class Meta:
        ordering = ["rendition", "position"]
        # A CHECK passes where it is neither true nor false, so a null is named.
        constraints = [
            models.UniqueConstraint(fields=["rendition", "position"], name="section_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="section_range"),
            models.CheckConstraint(
                condition=Q(heading_start=None, heading_end=None)
                | Q(
                    heading_start__isnull=False,
                    heading_end__isnull=False,
                    heading_start__gte=F("start"),
                    heading_start__lt=F("heading_end"),
                    heading_end__lte=F("end"),
                ),
                name="section_heading_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.position}"

    def natural_key(self) -> tuple[str, int]:
        return (self.rendition.uid, self.position)
