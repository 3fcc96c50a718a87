import json
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.tools import Tool
from archive.models import Edition


class OpenFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "open"), ("closed", "closed")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(withdrawal__isnull=self.value() == "open")


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ["slug", "kind", "number", "published_at", "published_by", "reason", "is_open"]
    list_filter = ["kind", OpenFilter]
    list_select_related = ["published_by", "withdrawal"]
    search_fields = ["slug", "subject_uid", "sha256"]
    date_hierarchy = "published_at"
    exclude = ["payload"]
    readonly_fields = ["covered_payload"]

    @admin.display(boolean=True, description="open")
    def is_open(self, edition: Edition) -> bool:
        return not hasattr(edition, "withdrawal")

    @admin.display(description="payload")
    def covered_payload(self, edition: Edition) -> SafeString:
        text = json.dumps(edition.content, ensure_ascii=False, indent=1, sort_keys=True)
        return format_html("<details><summary>Show it</summary><pre>{}</pre></details>", text)

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        return [Tool("As readers see it", obj.get_absolute_url())] * self.is_open(obj)
