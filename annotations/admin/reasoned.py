"""Changes that need a reason, and actions on rows of a list that need one."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import helpers
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.admin.tools import Tool
from archive.admin.versioned import VersionedAdmin, VersionedForm
from archive.errors import Refused
from archive.models import Conflict

Act = Callable[..., Any]


class ReasonedForm(VersionedForm):
    """A change says why; the old text stays in the history with that reason."""

    reason = forms.CharField(
        label="Why this change", widget=forms.Textarea(attrs={"rows": 2, "cols": 60})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            del self.fields["reason"]


class ReasonedAdmin(VersionedAdmin):
    """Asks for a reason at the foot of a change, and leads to how the row read before."""

    form = ReasonedForm
    has_history = False

    def tools(self, request: HttpRequest, obj: Any) -> list[Tool]:
        return [Tool("Versions", reverse("history", args=[self.opts.model_name, obj.uid]))]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        why: list[Any] = [("Why", {"fields": ["reason"]})]
        asked = bool(obj) and self.has_change_permission(request, obj)
        return [*super().get_fieldsets(request, obj), *why * asked]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [name for name in super().get_fields(request, obj) if name != "reason"]


def confirm(
    admin: Any, request: HttpRequest, rows: QuerySet[Any], *, name: str, verb: str, act: Act
) -> TemplateResponse | None:
    """Ask for the reason, showing the rows, then `act` on each at the version that was shown.

    `act(row, expected, by, reason)` is one transaction a row; who loses a race is told so.
    """
    reason = request.POST.get("reason", "").strip()
    if "confirmed" in request.POST and reason:
        for row in rows:
            carry_out(request, row, verb, act, reason)
        return None
    context = {
        **admin.admin_site.each_context(request),
        "title": f"{verb}: {rows.count()} chosen",
        "opts": admin.opts,
        "rows": rows,
        "verb": verb,
        "action": name,
        "missing": "confirmed" in request.POST,
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/confirm.html", context)


def carry_out(request: HttpRequest, row: Any, verb: str, act: Act, reason: str) -> None:
    shown = request.POST.get(f"version-{row.pk}", "")
    try:
        act(row, int(shown) if shown.isdecimal() else -1, request.user, reason)
    except (Conflict, Refused) as refusal:
        messages.error(request, f"{verb}, {row}: {refusal}")
    else:
        messages.success(request, f"{verb}: {row}.")
