from django.db import models

from archive.models.identity import NaturalManager


class AccessRole(models.TextChoices):
    CREATOR = "creator", "creator"
    SUBJECT = "subject", "subject"
    MENTIONED = "mentioned", "mentioned"


class AccessPoint(models.Model):
    """A document under an authority record: made by it, about it, or mentioning it.

    Part of the document's description, whose version guards it.
    """

    natural_fields = ("document__slug", "authority__uid", "role")

    document = models.ForeignKey(
        "archive.Document", on_delete=models.PROTECT, related_name="access_points"
    )
    authority = models.ForeignKey(
        "archive.Authority", on_delete=models.PROTECT, related_name="access_points"
    )
    role = models.CharField(max_length=10, choices=AccessRole)

    objects = NaturalManager()

    class Meta:
        verbose_name = "access point"
        ordering = ["document", "role", "authority"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "authority", "role"], name="access_point_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.authority} ({self.get_role_display()})"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.document.slug, self.authority.uid, self.role)
