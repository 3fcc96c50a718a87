from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from annotations.actions.evidence import (
    add_evidence,
    delete_evidence,
    edit_evidence,
    restore_evidence,
)
from annotations.admin.reasoned import ReasonedAdmin, confirm
from annotations.models import Evidence
from archive.admin.tools import Tool
from archive.models import User


@admin.register(Evidence)
class EvidenceAdmin(ReasonedAdmin):
    list_display = ["claim", "relation", "annotation", "work", "access", "independence", "state"]
    list_filter = ["relation", "access", "independence", "state"]
    list_select_related = ["claim", "annotation"]
    search_fields = ["uid", "claim__slug", "claim__statement", "work", "note", "locator"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["claim", "annotation", "derived_from"]
    fieldsets = [
        (None, {"fields": ["claim", "relation", "note", "locator"]}),
        (
            "Words that the archive holds, or an outside work",
            {"fields": ["annotation", "work", "work_url", "access", "cited_through"]},
        ),
        ("How far it stands on its own", {"fields": ["independence", "derived_from"]}),
    ]
    actions = ["delete", "restore"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What it bears on stays: evidence for another claim is other evidence."""
        return ["claim"] if obj else []

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        claim = reverse("admin:annotations_claim_change", args=[obj.claim_id])
        return [Tool("Its claim", claim), *super().tools(request, obj)]

    def make(self, form: Any, by: User) -> Evidence:
        return add_evidence(by=by, **form.cleaned_data)

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        typed = form.cleaned_data
        edit_evidence(
            evidence=form.instance,
            expected=typed["version"],
            by=by,
            reason=typed["reason"],
            **values,
        )

    @admin.action(description="Delete… (can be undone)", permissions=["change"])
    def delete(self, request: HttpRequest, rows: QuerySet[Evidence]) -> Any:
        return confirm(self, request, rows, name="delete", verb="Delete", act=remove)

    @admin.action(description="Bring back…", permissions=["change"])
    def restore(self, request: HttpRequest, rows: QuerySet[Evidence]) -> Any:
        return confirm(self, request, rows, name="restore", verb="Bring back", act=bring_back)


def remove(row: Evidence, expected: int, by: User, reason: str) -> None:
    delete_evidence(evidence=row, expected=expected, by=by, reason=reason)


def bring_back(row: Evidence, expected: int, by: User, reason: str) -> None:
    restore_evidence(evidence=row, expected=expected, by=by, reason=reason)
