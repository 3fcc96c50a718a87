"""Giving a document another address; the old one answers 301, or 410 where it is withheld."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions.renaming import withhold_address
from annotations.admin.permitted import document_for
from archive.actions import slugs
from archive.actions.documents import rename as rename_document
from archive.errors import Refused
from archive.models import Conflict, Document

RIGHT = "archive.change_document"


class RenameForm(forms.Form):
    """`version` is that of the description which the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    slug = forms.SlugField(
        max_length=80, label="New address", help_text="Given once, for ever; seen by readers."
    )
    withheld = forms.BooleanField(
        required=False,
        label="The old address is withheld for its words: it answers 410 and is named nowhere",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, slug: str) -> HttpResponse:
    document = document_for(request, slug, RIGHT)
    initial = {"version": document.version, "slug": slugs.propose("document", document.title)}
    form = RenameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        sentence = attempt(request, document, form.cleaned_data)
        if not sentence:
            return redirect("admin:archive_document_change", document.pk)
        form.add_error(None, sentence)
    context = {
        **admin.site.each_context(request),
        "title": f"Another address: {document}",
        "document": document,
        "form": form,
    }
    return TemplateResponse(request, "admin/rename.html", context)


def attempt(request: HttpRequest, document: Document, typed: dict[str, Any]) -> str:
    """Rename; the sentence says why not, empty where it is done."""
    by: Any = request.user
    verb = withhold_address if typed["withheld"] else rename_document
    try:
        verb(document=document, expected=typed["version"], slug=typed["slug"], by=by)
    except Conflict as conflict:
        return f"{conflict} Load this page again."
    except Refused as refusal:
        return str(refusal)
    messages.success(request, f"The document stands at “{typed['slug']}” now.")
    return ""
