from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse

from annotations.actions.claims import create_claim, delete_claim, edit_claim, restore_claim
from annotations.admin import claim_filters as narrowing
from annotations.admin.parting import merging, splitting, unmerging
from annotations.admin.reasoned import ReasonedAdmin, ReasonedForm, confirm
from annotations.dating.edtf import problem
from annotations.dating.written import guess
from annotations.models import (
    Assessment,
    Assignment,
    Claim,
    ClaimState,
    Mention,
    MentionRole,
    Verdict,
)
from archive.admin.authorities import AuthoritiesField
from archive.admin.history import SubjectMixin
from archive.admin.lines import LinesField
from archive.admin.tools import Tool
from archive.models import User

# The form's fields of authority records, by role.
ROLES = {
    "speakers": MentionRole.SPEAKER,
    "about": MentionRole.ABOUT,
    "places": MentionRole.PLACE,
    "treaties": MentionRole.TREATY,
}
NAMES = "Authority records. Type any name that they have, in any spelling."
WHEN = "The words stay as they are; what they come to is for a person to say."


def records(label: str) -> AuthoritiesField:
    return AuthoritiesField(Mention._meta.get_field("authority"), label=label)


class ClaimForm(ReasonedForm):
    topics = LinesField(required=False, help_text="One a line.")
    speakers = records("Said by")
    about = records("About")
    places = records("Places")
    treaties = records("Treaties")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, role in ROLES.items():
            self.initial[name] = self.instance.named(role) if self.instance.pk else []

    def clean_when_edtf(self) -> str:
        """What is wrong with it, or what the written words may come to."""
        value: str = self.cleaned_data["when_edtf"]
        if not value or not (wrong := problem(value)):
            return value
        found = guess(self.cleaned_data.get("when_written") or value)
        told = "; ".join(f"{each.edtf} ({each.why})" for each in found)
        raise forms.ValidationError(f"{wrong} Perhaps: {told}" if told else wrong)

    def mentions(self) -> list[tuple[Any, str]]:
        return [(row, role) for name, role in ROLES.items() for row in self.cleaned_data[name]]


@admin.register(Claim)
class ClaimAdmin(SubjectMixin, ReasonedAdmin):
    form = ClaimForm
    has_history = True
    list_display = [*("statement", "kind", "when_edtf", "standing", "in_hand", "state")]
    list_filter = [
        *("kind", "state", narrowing.VerdictFilter, narrowing.EvidenceFilter),
        *(narrowing.OwnerFilter, narrowing.DueFilter, narrowing.TopicFilter),
        *("calendar", narrowing.NamesFilter),
    ]
    search_fields = ["statement", "slug", "speaker", "topics", "place"]
    date_hierarchy = "created_at"
    fieldsets = [
        (None, {"fields": ["statement", "slug", "kind", "topics"]}),
        ("In the text", {"fields": ["speaker", "place"]}),
        ("Names", {"fields": [*ROLES], "description": NAMES}),
        ("When", {"fields": ["when_written", "calendar", "when_edtf"], "description": WHEN}),
    ]
    actions = ["delete", "restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        current = Assessment.objects.current().filter(claim=OuterRef("pk"))
        work = Assignment.objects.open().filter(claim=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                digit=Subquery(current.values("credibility")[:1]),
                verdict=Subquery(current.values("verdict")[:1]),
                owner=Subquery(work.values("owner__username")[:1]),
                due=Subquery(work.values("due")[:1]),
            )
        )

    @admin.display(ordering="digit", empty_value="not judged")
    def standing(self, claim: Any) -> str | None:
        """The digit, if there is one, and the verdict."""
        if not claim.verdict:
            return None
        verdict = str(Verdict(claim.verdict).label)
        return f"{claim.digit}, {verdict}" if claim.digit else verdict

    @admin.display(ordering="due", empty_value="nobody")
    def in_hand(self, claim: Any) -> str | None:
        """Whose it is to see to, and by what day."""
        if not claim.owner:
            return None
        return f"{claim.owner}, by {claim.due:%-d %b %Y}" if claim.due else str(claim.owner)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def get_urls(self) -> list[URLPattern]:
        protect = self.admin_site.admin_view
        return [
            path("<slug:slug>/merge/", protect(merging), name="merge_claim"),
            path("<slug:slug>/unmerge/", protect(unmerging), name="unmerge_claim"),
            path("<slug:slug>/split/", protect(splitting), name="split_claim"),
            *super().get_urls(),
        ]

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        found = [
            Tool(title, f"{reverse(f'admin:annotations_{table}_changelist')}?q={obj.slug}")
            for title, table in {
                "Places": "annotation",
                "Evidence": "evidence",
                "Assessments": "assessment",
                "Work": "assignment",
            }.items()
        ]
        adding = {"Add evidence": "evidence", "Assess": "assessment", "Give out": "assignment"}
        for title, table in adding.items():
            if request.user.has_perm(f"annotations.add_{table}"):
                address = reverse(f"admin:annotations_{table}_add")
                found.append(Tool(title, f"{address}?claim={obj.pk}"))
        return [*found, *self.parting(request, obj), *super().tools(request, obj)]

    def parting(self, request: HttpRequest, obj: Claim) -> list[Tool]:
        """Merging and splitting, as far as the claim and the person go."""
        if not self.has_change_permission(request, obj) or obj.state == ClaimState.DELETED:
            return []
        merged = {"Undo the merger…": "unmerge_claim"}
        verbs = {"Merge into another…": "merge_claim", "Split…": "split_claim"}
        chosen = merged if obj.merged_into_id else verbs
        return [Tool(title, reverse(f"admin:{n}", args=[obj.slug])) for title, n in chosen.items()]

    def make(self, form: Any, by: User) -> Claim:
        columns = {n: value for n, value in form.cleaned_data.items() if n not in ROLES}
        return create_claim(by=by, mentions=form.mentions(), **columns)

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        typed = form.cleaned_data
        touched = ROLES.keys() & set(form.changed_data)
        edit_claim(
            claim=form.instance,
            expected=typed["version"],
            by=by,
            reason=typed["reason"],
            mentions=form.mentions() if touched else None,
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
