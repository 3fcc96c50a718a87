from typing import Self

from django.db import models

from archive.models.identity import NaturalManager


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)


class Entry(models.Model):
    """Projection of a subject's newest open edition, for lists and public search.

    Rebuildable from the editions, and holding nothing that the edition does not hold.
    """

    natural_fields = ("kind", "slug")

    edition = models.OneToOneField("archive.Edition", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    slug = models.SlugField(max_length=80)
    title = models.TextField()
    abstract = models.TextField(blank=True)
    text = models.TextField(blank=True, help_text="The words that public search reads.")
    language = models.CharField(max_length=35, blank=True)
    item_type = models.CharField(max_length=24, blank=True)
    source_slug = models.SlugField(max_length=80, blank=True)
    source_name = models.CharField(max_length=200, blank=True)
    reliability = models.CharField(max_length=1, blank=True)
    credibility = models.PositiveSmallIntegerField(null=True, blank=True)
    verdict = models.CharField(max_length=30, blank=True)
    claim_kind = models.CharField(max_length=12, blank=True)
    topics = models.JSONField(default=list, blank=True)
    documents = models.JSONField(default=list, blank=True, help_text="Slugs that it quotes.")
    dated = models.CharField(max_length=60, blank=True, help_text="EDTF.")
    claims = models.PositiveIntegerField(default=0)
    comments = models.PositiveIntegerField(default=0)
    comments_withheld = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField()

    objects = NaturalManager.from_queryset(EntryQuerySet)()

    class Meta:
        ordering = ["kind", "slug"]
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="entry_once")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        from archive.models.edition import PATHS, EditionKind

        return PATHS[EditionKind(self.kind)].format(slug=self.slug)

    def natural_key(self) -> tuple[str, str]:
        return (self.kind, self.slug)
