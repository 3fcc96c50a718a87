from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.identity import NaturalManager, Subject, Versioned
from archive.naming import LONGEST


class AuthorityKind(models.TextChoices):
    PERSON = "person", "person"
    PLACE = "place", "place"
    TREATY = "treaty", "treaty"
    ORGANISATION = "organisation", "organisation"
    WORK = "work", "work"


class Authority(Subject, Versioned):
    """Somebody or something with a name, once, however documents spell it.

    `name` is the preferred one; the others are `Name` rows, which its version guards as well. A
    record that was merged stays, and leads to the one that took over its names and documents.
    """

    subject_kind = "authority"

    kind = models.CharField(max_length=12, choices=AuthorityKind)
    name = models.CharField(max_length=200, verbose_name="preferred name")
    key = models.CharField(max_length=LONGEST, db_index=True, editable=False)
    language = models.CharField(
        max_length=35, blank=True, help_text="Of the preferred name, BCP 47: en, ru-Latn …"
    )
    dates = models.CharField(
        max_length=60, blank=True, help_text="EDTF: a life 1809/1881, a treaty 1858-05-28 …"
    )
    description = models.TextField(
        blank=True, help_text="What tells it from others of the same name."
    )
    identifiers = models.JSONField(
        default=list, blank=True, help_text="Addresses of the same in Wikidata, VIAF, GND …"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NaturalManager()

    class Meta:
        verbose_name = "authority record"
        ordering = ["key", "uid"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="authority_has_name"),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="authority_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.dates})" if self.dates else self.name
