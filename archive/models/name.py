from django.db import models

from archive.models.identity import NaturalManager
from archive.naming import LONGEST


class NameKind(models.TextChoices):
    VARIANT = "variant", "variant spelling"
    TRANSLATION = "translation", "name in another language"
    TRANSLITERATION = "transliteration", "transliteration"
    ABBREVIATION = "abbreviation", "abbreviation"
    FORMER = "former", "former or later name"


class Name(models.Model):
    """Another name of an authority record. `key` is what spellings have in common."""

    natural_fields = ("authority__uid", "text", "language")

    authority = models.ForeignKey(
        "archive.Authority", on_delete=models.PROTECT, related_name="names"
    )
    text = models.CharField(max_length=200, verbose_name="name")
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47: en, zh, ru-Latn …")
    kind = models.CharField(max_length=16, choices=NameKind, default=NameKind.VARIANT)
    key = models.CharField(max_length=LONGEST, db_index=True, editable=False)

    objects = NaturalManager()

    class Meta:
        ordering = ["authority", "key", "text", "language"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "text", "language"], name="name_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="name_has_text"),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str, str, str]:
        return (self.authority.uid, self.text, self.language)
