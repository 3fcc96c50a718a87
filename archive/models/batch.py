from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from archive.models.identity import Named, NaturalManager


class BatchState(models.TextChoices):
    WAITING = "waiting", "waiting"
    RUNNING = "running", "running"
    STOPPED = "stopped", "stopped"
    DONE = "done", "done"
    UNDONE = "undone", "undone"


class ItemStatus(models.TextChoices):
    INGESTED = "ingested", "ingested"
    DUPLICATE = "duplicate", "duplicate"
    FAILED = "failed", "failed"


class Batch(Named):
    """One run of `ingest`: what was asked for, how far it came, and what became of each item.

    Working papers: what was brought in is told by the histories of the documents, and an export
    leaves them out. `arguments` are those of the command; `worker` is the process that has it.
    """

    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.RUNNING)
    worker = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    moved_at = models.DateTimeField(default=timezone.now, verbose_name="last heard of")

    objects = NaturalManager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"{' '.join(self.arguments.get('paths', []))} ({self.created_at:%Y-%m-%d %H:%M})"

    def counts(self) -> dict[str, int]:
        """How many items have each status."""
        rows = self.items.order_by().values_list("status").annotate(models.Count("pk"))
        return dict(rows)


class BatchItemQuerySet(models.QuerySet["BatchItem"]):
    def failed(self) -> Self:
        return self.filter(status=ItemStatus.FAILED)


class BatchItem(models.Model):
    """A file, a line or a record of a batch: what became of it, and why."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="items", db_index=False)
    position = models.PositiveIntegerField(help_text="From 1, in the order of reading.")
    path = models.TextField()
    status = models.CharField(max_length=10, choices=ItemStatus)
    reason = models.TextField(blank=True)
    capture = models.ForeignKey(
        "archive.Capture", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    is_new = models.BooleanField(default=False, help_text="Whether it made the document.")

    objects = BatchItemQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.status}"
