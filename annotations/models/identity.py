"""What the rows of a judgement share: who, when and, where it is changed, why."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Authored(models.Model):
    """Made by somebody at some time; both are set from the first row on."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
