"""Letting one authority record take over another."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from archive.actions.authorities import merge
from archive.errors import Refused
from archive.models import Authority, Conflict

RIGHT = "archive.change_authority"


class MergeForm(forms.Form):
    """`version` is that of the record which the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    into = forms.ModelChoiceField(
        Authority.objects.filter(merged_into=None),
        widget=AutocompleteSelect(Authority._meta.get_field("merged_into"), admin.site),
        label="The record that takes over its names and documents",
        help_text="Type any of its names.",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def merging(request: HttpRequest, uid: str) -> HttpResponse:
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    authority = get_object_or_404(Authority, uid=uid)
    form = MergeForm(request.POST or None, initial={"version": authority.version})
    if request.method == "POST" and form.is_valid():
        sentence = attempt(request, authority, form.cleaned_data)
        if not sentence:
            return redirect("admin:archive_authority_change", form.cleaned_data["into"].pk)
        form.add_error(None, sentence)
    context = {
        **admin.site.each_context(request),
        "title": f"Merge: {authority}",
        "authority": authority,
        "form": form,
    }
    return TemplateResponse(request, "admin/merge.html", context)


def attempt(request: HttpRequest, authority: Authority, typed: dict[str, Any]) -> str:
    """Merge; the sentence says why not, empty where it is done."""
    by: Any = request.user
    try:
        merge(authority=authority, into=typed["into"], expected=typed["version"], by=by)
    except Conflict as conflict:
        return f"{conflict} Load this page again."
    except Refused as refusal:
        return str(refusal)
    messages.success(request, f"“{authority}” was merged into this record.")
    return ""
