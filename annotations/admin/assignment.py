from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from annotations.actions.assignments import assign, change_assignment
from annotations.models import Assignment
from archive.admin.tools import Tool
from archive.admin.versioned import VersionedAdmin
from archive.models import User

SOON = timedelta(days=7)


def today() -> date:
    return timezone.localdate()


class DueFilter(admin.SimpleListFilter):
    title = "day"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("over", "overdue"), ("soon", "within a week"), ("none", "no day")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen: dict[str, dict[str, Any]] = {
            "over": {"due__lt": today(), "is_done": False},
            "soon": {"due__range": (today(), today() + SOON), "is_done": False},
            "none": {"due": None},
        }
        return queryset.filter(**chosen.get(self.value() or "", {}))


class MineFilter(admin.SimpleListFilter):
    title = "whose"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", "mine")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(owner=request.user) if self.value() == "mine" else queryset


@admin.register(Assignment)
class AssignmentAdmin(VersionedAdmin):
    """What is overdue stands first."""

    has_history = False
    list_display = ["work", "what", "owner", "due", "is_overdue", "is_done"]
    list_filter = [MineFilter, DueFilter, "is_done", ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["claim", "document", "owner"]
    search_fields = [
        "task",
        "claim__statement",
        "claim__slug",
        "document__title",
        "owner__username",
    ]
    ordering = ["is_done", F("due").asc(nulls_last=True), "uid"]
    autocomplete_fields = ["claim", "document", "owner"]
    fields = ["claim", "document", "owner", "due", "task", "is_done"]

    @admin.display(description="work", ordering="task")
    def work(self, row: Assignment) -> str:
        return row.task or "to be seen to"

    @admin.display(description="on")
    def what(self, row: Assignment) -> str:
        return str(row.claim or row.document)

    @admin.display(description="overdue", boolean=True)
    def is_overdue(self, row: Assignment) -> bool:
        return row.is_overdue(today())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What the work is on stays: work on another claim is other work."""
        return ["claim", "document"] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [name for name in super().get_fields(request, obj) if obj or name != "is_done"]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"owner": request.user.pk} | super().get_changeform_initial_data(request)

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        noun, model = ("claim", "annotations_claim") if obj.claim else (
            "document", "archive_document"
        )  # fmt: skip
        key = obj.claim_id or obj.document_id
        return [Tool(f"Its {noun}", reverse(f"admin:{model}_change", args=[key]))]

    def make(self, form: Any, by: User) -> Assignment:
        return assign(by=by, **form.cleaned_data)

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        expected = form.cleaned_data["version"]
        change_assignment(assignment=form.instance, expected=expected, by=by, **values)
