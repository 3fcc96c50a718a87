"""The page itself: the text with its marks, the list of them beside it, the way to the next."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from annotations.anchoring import find_all
from annotations.workbench.annotate.access import wants_json, workbench
from annotations.workbench.annotate.answers import panel
from annotations.workbench.annotate.claim_forms import STANCES
from annotations.workbench.annotate.making import KINDS
from annotations.workbench.annotate.parts import about, gone, listing
from annotations.workbench.annotate.places import MOST, FindForm, places
from annotations.workbench.annotate.sheet import Sheet
from archive.admin.operations import log_view

EMPTY = '<p class="empty">This text has no words{}. The original is kept as it came in.</p>'


class FirstForm(forms.Form):
    """Which mark the list begins with."""

    first = forms.IntegerField(min_value=1, max_value=10**9, required=False)


@require_safe
@workbench()
def page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The newest text of a document. Each look is logged. A page that is open already asks for
    what it shows of this document alone."""
    log_view(request, f"rendition:{sheet.rendition.uid}")
    if request.GET and (form := FirstForm(request.GET)).is_valid():
        sheet.window = sheet.listed(form.cleaned_data["first"] or 1)
    return parts(request, sheet) if wants_json(request) else whole(request, sheet)


def parts(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    document = sheet.document
    return JsonResponse(
        {
            "title": document.title,
            "address": sheet.address,
            "rendition": sheet.rendition.uid,
            "language": document.language,
            "record": reverse("admin:archive_document_change", args=[document.pk]),
            "about": about(request, sheet),
            "text": text(sheet),
            "marks": listing(request, sheet, sheet.window),
            "gone": gone(request, sheet.deleted),
        }
    )


def whole(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    context: dict[str, Any] = {
        "sheet": sheet,
        "title": "Annotate",
        "subtitle": sheet.document.title,
        "find": FindForm(auto_id="find_%s"),
        "kinds": KINDS,
        "stances": STANCES,
        "about": about(request, sheet),
        "text": text(sheet),
        "listing": listing(request, sheet, sheet.window),
        "gone": gone(request, sheet.deleted),
    }
    site = admin.site.each_context(request)
    return render(request, "annotations/annotate/page.html", site | context)


def text(sheet: Sheet) -> SafeString:
    """The words; of a text without any, why it has none."""
    why = f": {sheet.rendition.completeness}" if sheet.rendition.completeness else ""
    return sheet.written() or format_html(EMPTY, why)


@require_POST
@workbench()
def find(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Every place of a pasted quotation, to choose from. Writes nothing, so that POST only hides
    the words from addresses and their logs."""
    form = FindForm(request.POST, auto_id="find_%s")
    exact = form.cleaned_data["exact"] if form.is_valid() else ""
    found = find_all(sheet.rendition.text, exact)
    status, error = (200, "") if found else (400, "These words are not in the text.")
    return panel(
        request,
        sheet,
        "places",
        title="Words found",
        status=status,
        error=error,
        places=places(sheet, found[:MOST]),
        more=max(0, len(found) - MOST),
        find=form,
        count=len(found),
        kinds=KINDS,
    )
