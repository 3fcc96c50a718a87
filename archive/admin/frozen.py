"""Pages of evidence: to be looked at, never to be edited."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.tools import ToolsMixin


class ReadOnlyAdmin(ToolsMixin, admin.ModelAdmin):
    """Rows that no form writes: frozen ones, and those that only actions change."""

    view_on_site = False
    has_history = False
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        names = [field.name for field in self.model._meta.concrete_fields]
        left_out = {"id", *(self.exclude or ())}
        return [*(name for name in names if name not in left_out), *self.readonly_fields]


def without_texts(rows: QuerySet[Any], path: str) -> QuerySet[Any]:
    """Rows whose renditions, joined at `path`, come without their texts: those may be long."""
    prefix = f"{path}__" if path else ""
    return rows.defer(f"{prefix}text", f"{prefix}remarks")
