"""The page itself: the text with its marks, the list of them beside it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from annotations.anchoring import find_all
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import panel
from annotations.workbench.annotate.claim_forms import STANCES
from annotations.workbench.annotate.making import KINDS
from annotations.workbench.annotate.places import MOST, FindForm, places
from annotations.workbench.annotate.sheet import Sheet
from archive.admin.operations import log_view


@require_safe
@workbench()
def page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The newest text of a document with all its marks. Each look is logged."""
    log_view(request, f"rendition:{sheet.rendition.uid}")
    context: dict[str, Any] = {
        "sheet": sheet,
        "title": "Annotate",
        "subtitle": sheet.document.title,
        "find": FindForm(auto_id="find_%s"),
        "kinds": KINDS,
        "stances": STANCES,
    }
    whole = admin.site.each_context(request) | context
    return render(request, "annotations/annotate/page.html", whole)


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
