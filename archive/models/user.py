from django.contrib.auth.models import AbstractUser
from django.db import models

from archive import __version__
from archive.models.identity import Subject, Versioned


class UserKind(models.TextChoices):
    PERSON = "person", "person"
    SOFTWARE = "software", "software"


class User(Subject, Versioned, AbstractUser):
    """An account that acts: a person, or the software itself. Exports carry the two names only."""

    subject_kind = "account"
    natural_fields = ("username",)

    display_name = models.CharField(
        max_length=150, blank=True, help_text="As readers see it beside a judgement."
    )
    kind = models.CharField(max_length=10, choices=UserKind, default=UserKind.PERSON)

    class Meta(AbstractUser.Meta):
        verbose_name = "account"
        verbose_name_plural = "accounts"

    def natural_key(self) -> tuple[str, ...]:
        return (self.username,)

    @property
    def shown_name(self) -> str:
        return self.display_name or self.get_full_name() or self.username

    @property
    def agent_version(self) -> str:
        """The software's version; a person has none."""
        return __version__ if self.kind == UserKind.SOFTWARE else ""
