"""Batches: how far each run came, what became of its items, and what can be done with it."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.tools import Tool
from archive.models import Batch, BatchItem, ItemStatus


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    list_display = ["paths", "state", *ItemStatus.values, "created_by", "created_at"]
    list_filter = ["state", "created_by"]
    list_select_related = ["created_by"]
    search_fields = ["uid", "arguments", "created_by__username"]
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        counts = {
            f"count_{name}": Count("items", filter=Q(items__status=name))
            for name in ItemStatus.values
        }
        return super().get_queryset(request).annotate(**counts)

    @admin.display(description="what was brought in")
    def paths(self, batch: Any) -> SafeString:
        named = " ".join(batch.arguments.get("paths", [])) or batch.uid
        return format_html('<a href="{}">{}</a>', reverse("batch", args=[batch.uid]), named)

    @admin.display(ordering="count_ingested")
    def ingested(self, batch: Any) -> int:
        return int(batch.count_ingested)

    @admin.display(ordering="count_duplicate")
    def duplicate(self, batch: Any) -> int:
        return int(batch.count_duplicate)

    @admin.display(ordering="count_failed")
    def failed(self, batch: Any) -> int:
        return int(batch.count_failed)

    def tools(self, request: HttpRequest, obj: Batch) -> list[Tool]:
        return [Tool("Progress", reverse("batch", args=[obj.uid]))]


@admin.register(BatchItem)
class BatchItemAdmin(ReadOnlyAdmin):
    list_display = ["path", "status", "reason", "batch", "position"]
    list_filter = ["status"]
    list_select_related = ["batch"]
    search_fields = ["path", "reason", "batch__uid"]
