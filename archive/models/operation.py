from django.conf import settings
from django.db import models
from django.utils import timezone


class Operation(models.Model):
    """What only looked: a view of an original, a fixity check that passed, an export.

    No export depends on it, and it may be pruned. Like events it never holds withheld words.
    """

    kind = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    subject = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["kind", "subject", "at"], name="operation_subject")]
        verbose_name = "operations log entry"
        verbose_name_plural = "operations log"

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
