from django.db import models

from archive.models.identity import NaturalManager, Subject, Versioned


class SourceKind(models.TextChoices):
    ENCYCLOPAEDIA = "encyclopaedia", "encyclopaedia"
    NEWS_SITE = "news_site", "news site"
    COMMENT_PLATFORM = "comment_platform", "comment platform"
    ARCHIVE = "archive", "archive or library"
    PERSON = "person", "person"
    OTHER = "other", "other"


class Source(Subject, Versioned):
    """A publisher or platform that documents come from. What it is worth is said by its ratings."""

    subject_kind = "source"
    natural_fields = ("slug",)

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=SourceKind, default=SourceKind.OTHER)
    url = models.URLField(blank=True, verbose_name="address")
    description = models.TextField(blank=True)
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="A comment section is another platform than the site it stands on: "
        "rate it apart.",
    )

    objects = NaturalManager()

    class Meta:
        verbose_name = "publisher or platform"
        verbose_name_plural = "publishers and platforms"
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, ...]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return f"/sources/{self.slug}/"
