from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from annotations.actions.claims import create_claim, delete_claim, edit_claim, restore_claim
from annotations.admin.reasoned import ReasonedAdmin, ReasonedForm, confirm
from annotations.models import Assessment, Claim
from archive.admin.history import SubjectMixin
from archive.admin.lines import LinesField
from archive.admin.tools import Tool
from archive.models import User


class ClaimForm(ReasonedForm):
    topics = LinesField(required=False, help_text="One a line.")


@admin.register(Claim)
class ClaimAdmin(SubjectMixin, ReasonedAdmin):
    form = ClaimForm
    has_history = True
    list_display = ["statement", "kind", "when_edtf", "credibility", "speaker", "state"]
    list_filter = ["kind", "state", "calendar"]
    search_fields = ["statement", "slug", "speaker", "topics", "place"]
    date_hierarchy = "created_at"
    fieldsets = [
        (None, {"fields": ["statement", "slug", "kind", "speaker", "topics", "place"]}),
        ("When", {"fields": ["when_written", "calendar", "when_edtf"]}),
    ]
    actions = ["delete", "restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        digit = Assessment.objects.current().filter(claim=OuterRef("pk")).values("credibility")
        return super().get_queryset(request).annotate(digit=Subquery(digit[:1]))

    @admin.display(ordering="digit", empty_value="no digit")
    def credibility(self, claim: Any) -> int | None:
        digit: int | None = claim.digit
        return digit

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        found = [
            Tool(title, f"{reverse(f'admin:annotations_{table}_changelist')}?q={obj.slug}")
            for title, table in {
                "Places": "annotation",
                "Evidence": "evidence",
                "Assessments": "assessment",
            }.items()
        ]
        for title, table in {"Add evidence": "evidence", "Assess": "assessment"}.items():
            if request.user.has_perm(f"annotations.add_{table}"):
                address = reverse(f"admin:annotations_{table}_add")
                found.append(Tool(title, f"{address}?claim={obj.pk}"))
        return [*found, *super().tools(request, obj)]

    def make(self, form: Any, by: User) -> Claim:
        return create_claim(by=by, **form.cleaned_data)

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        typed = form.cleaned_data
        edit_claim(
            claim=form.instance,
            expected=typed["version"],
            by=by,
            reason=typed["reason"],
            **values,
        )

    @admin.action(description="Delete… (can be undone)", permissions=["change"])
    def delete(self, request: HttpRequest, rows: QuerySet[Claim]) -> Any:
        return confirm(self, request, rows, name="delete", verb="Delete", act=remove)

    @admin.action(description="Bring back…", permissions=["change"])
    def restore(self, request: HttpRequest, rows: QuerySet[Claim]) -> Any:
        return confirm(self, request, rows, name="restore", verb="Bring back", act=bring_back)


def remove(row: Claim, expected: int, by: User, reason: str) -> None:
    delete_claim(claim=row, expected=expected, by=by, reason=reason)


def bring_back(row: Claim, expected: int, by: User, reason: str) -> None:
    restore_claim(claim=row, expected=expected, by=by, reason=reason)
