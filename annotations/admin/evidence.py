from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from annotations.actions.evidence import (
    add_evidence,
    delete_evidence,
    edit_evidence,
    restore_evidence,
)
from annotations.admin.reasoned import ReasonedAdmin, ReasonedForm, confirm
from annotations.models import Evidence, EvidenceState
from archive.admin.tools import Tool
from archive.models import User


class SetsField(forms.CharField):
    """Numbers of sets, divided by commas."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        parts = [part.strip() for part in (super().to_python(value) or "").split(",")]
        if any(part and not part.isdecimal() for part in parts):
            raise ValidationError("Write numbers divided by commas: 1, 2.")
        return [int(part) for part in parts if part]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial or []), data)


class EvidenceForm(ReasonedForm):
    """Sets as numbers; what it derives from is chosen among the claim's other evidence."""

    sets = SetsField(
        required=False,
        help_text="Numbers divided by commas: what is in a set bears on the claim only together. "
        "Empty: it stands on its own.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "derived_from" in self.fields:
            field: Any = self.fields["derived_from"]
            field.queryset = self.others()

    def others(self) -> QuerySet[Evidence]:
        """The claim's other evidence, as far as the form knows which claim it is."""
        typed = (self.data or self.initial).get("claim", "")
        claim = self.instance.claim_id or (typed if str(typed).isdecimal() else None)
        rows = Evidence.objects.filter(claim=claim, state=EvidenceState.ACTIVE)
        return rows.exclude(pk=self.instance.pk)


@admin.register(Evidence)
class EvidenceAdmin(ReasonedAdmin):
    form = EvidenceForm
    list_display = [
        *("claim", "relation", "strength", "sets", "annotation", "work", "access"),
        *("independence", "state"),
    ]
    list_filter = ["relation", "strength", "access", "independence", "state"]
    list_select_related = ["claim", "annotation"]
    search_fields = ["uid", "claim__slug", "claim__statement", "work", "note", "locator"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["claim", "annotation"]
    fieldsets = [
        (None, {"fields": ["claim", "relation", "strength", "note", "locator", "sets"]}),
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
