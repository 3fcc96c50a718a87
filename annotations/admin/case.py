from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.admin.entries import desk
from annotations.models import Case
from archive.admin.frozen import ReadOnlyAdmin
from archive.admin.tools import Tool


@admin.register(Case)
class CaseAdmin(ReadOnlyAdmin):
    """How matters stand. Decided on the desk, where the words stand in their context."""

    list_display = ["document", "number", "part", "state", "outcome", "with_flags"]
    list_filter = ["state", "outcome", "part"]
    list_select_related = ["document", "comment"]
    search_fields = ["document__slug", "document__title", "uid"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        return super().get_queryset(request).prefetch_related("flags")

    @admin.display(ordering="comment__number", description="comment")
    def number(self, case: Case) -> int:
        return case.comment.number

    @admin.display(description="flags", empty_value="none")
    def with_flags(self, case: Case) -> int | None:
        return len(case.flags.all()) or None

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        return [Tool("On the moderation desk", desk(obj.document.slug))]
