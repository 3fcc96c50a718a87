from django.db import models

from archive.models.identity import NaturalManager


class MentionRole(models.TextChoices):
    SPEAKER = "speaker", "speaker"
    ABOUT = "about", "about"
    PLACE = "place", "place"
    TREATY = "treaty", "treaty"


class Mention(models.Model):
    """An authority record that a claim is said by, is about or names as place or treaty.

    Part of the claim, whose version guards it and whose revisions keep it.
    """

    natural_fields = ("claim__slug", "authority__uid", "role")

    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="mentions"
    )
    authority = models.ForeignKey(
        "archive.Authority",
        on_delete=models.PROTECT,
        related_name="+",
        related_query_name="mention",
    )
    role = models.CharField(max_length=8, choices=MentionRole, default=MentionRole.ABOUT)

    objects = NaturalManager()

    class Meta:
        ordering = ["claim", "role", "authority"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "authority", "role"], name="mention_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.authority}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.claim.slug, self.authority.uid, self.role)
