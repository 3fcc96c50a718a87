from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.identity import NaturalManager, Subject, Versioned


class OriginStatus(models.TextChoices):
    UNKNOWN = "unknown", "unknown"
    ATTRIBUTED = "attributed", "attributed, not verified"
    VERIFIED = "verified", "verified"


class ItemType(models.TextChoices):
    """Zotero's item types, so that a citation manager files the document rightly."""

    WEBPAGE = "webpage", "web page"
    NEWSPAPER_ARTICLE = "newspaperArticle", "newspaper article"
    MAGAZINE_ARTICLE = "magazineArticle", "magazine article"
    BLOG_POST = "blogPost", "blog post"
    ENCYCLOPEDIA_ARTICLE = "encyclopediaArticle", "encyclopaedia article"
    FORUM_POST = "forumPost", "forum post"
    REPORT = "report", "report"
    DOCUMENT = "document", "document"


class DocumentQuerySet(models.QuerySet["Document"]):
    def held(self) -> Self:
        """Documents that were not deaccessioned."""
        return self.filter(deaccession=None)


class Document(Subject, Versioned):
    """A work that the archive holds, described by people; its bytes and texts hang on captures."""

    subject_kind = "document"
    natural_fields = ("slug",)

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=24, choices=ItemType, default=ItemType.DOCUMENT)
    source = models.ForeignKey(
        "archive.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name="publisher or platform",
    )
    comment_source = models.ForeignKey(
        "archive.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commented_documents",
        verbose_name="comment platform",
    )
    external_id = models.CharField(max_length=200, blank=True, help_text="Its name elsewhere.")
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47, for example en.")
    authors = models.JSONField(default=list, blank=True)
    authorities = models.ManyToManyField(
        "archive.Authority",
        through="archive.AccessPoint",
        related_name="documents",
        limit_choices_to={"merged_into": None},
    )
    published = models.CharField(max_length=60, blank=True, help_text="EDTF: 2022-09, 2022~ …")
    published_note = models.TextField(blank=True, help_text="How the date is known.")
    origin_status = models.CharField(
        max_length=12, choices=OriginStatus, default=OriginStatus.UNKNOWN
    )
    origin = models.TextField(blank=True, help_text="Where it is said to come from, and by whom.")
    authenticity = models.TextField(blank=True, help_text="In words: is it what it purports to be?")
    rights = models.TextField(blank=True, verbose_name="rights statement")
    licence = models.CharField(max_length=60, blank=True, help_text="SPDX, with its version.")
    licence_url = models.URLField(blank=True, verbose_name="licence address")
    attribution = models.TextField(blank=True)
    abstract = models.TextField(blank=True)
    editorial_note = models.TextField(
        blank=True, help_text="What readers should know of this text; stands at its head."
    )
    metadata = models.JSONField(default=dict, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NaturalManager.from_queryset(DocumentQuerySet)()

    class Meta:
        ordering = ["slug"]
        permissions = [
            ("ingest_document", "Can bring documents in"),
            ("view_original", "Can see originals, captures and renditions"),
            ("publish_document", "Can publish editions"),
            ("withdraw_document", "Can withdraw editions"),
        ]
        # For those who ask without saying the source; the constraints are of no use to them.
        indexes = [models.Index(fields=["external_id"], name="document_by_external_id")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="document_has_title"),
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~models.Q(external_id="") & models.Q(source__isnull=False),
                name="document_external_id_once_per_source",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                condition=~models.Q(external_id="") & models.Q(source__isnull=True),
                name="document_external_id_once_without_source",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str, ...]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return f"/documents/{self.slug}/"
