"""Marks of a long text as they come near: those of a range of it, and a part of the list."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.making import STALE
from annotations.workbench.annotate.parts import listing
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.window import Window
from archive.admin.operations import log_view
from archive.models import Operation
from archive.prepared import Prepared

PLACE: dict[str, Any] = {"min_value": 0, "max_value": 2**31 - 1, "required": False}
# So much of a text is marked in one answer; the page asks again for the rest.
MOST = 60_000
# Scrolling through a text is one look at it, for so long.
LOOK = timedelta(minutes=30)

LOOKED = Prepared(
    lambda subject, by: (
        Operation.objects.filter(kind="view", subject=subject, by=by)
        .order_by("-at")
        .values_list("at")[:1]
    ),
    *(str, int),
)


class RangeForm(forms.Form):
    """A range whose marks are wanted, and what the list is to begin with: a place in the text,
    the number of a mark, or the name of one."""

    rendition = forms.CharField()
    start = forms.IntegerField(**PLACE)
    end = forms.IntegerField(**PLACE)
    place = forms.IntegerField(**PLACE)
    first = forms.IntegerField(**PLACE)
    mark = forms.SlugField(required=False)


@require_safe
@workbench()
def near(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """`passages` from `start` to `end`, the places up to which they were looked at, and the part
    of the list that was asked for."""
    form = RangeForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"error": "Say which range of which text."}, status=400)
    wanted = form.cleaned_data
    if wanted["rendition"] != sheet.rendition.uid:
        return JsonResponse({"error": STALE}, status=409)
    log_once(request, f"rendition:{sheet.rendition.uid}")
    return JsonResponse(passages(sheet, wanted) | marks(request, sheet, wanted))


def passages(sheet: Sheet, wanted: dict[str, Any]) -> dict[str, Any]:
    """Only leaves that have marks: the others are as the page has them."""
    start, end = wanted["start"], wanted["end"]
    if start is None or end is None:
        return {"passages": {}}
    leaves = sheet.layout.near(start, min(end, start + MOST))
    _, upto = sheet.layout.bounds(leaves)
    html = {name: html for name, html in sheet.html(leaves).items() if "<mark" in html}
    return {"passages": html, "upto": upto}


def marks(request: HttpRequest, sheet: Sheet, wanted: dict[str, Any]) -> dict[str, Any]:
    window = listed(sheet, wanted)
    return {"marks": listing(request, sheet, window)} if window else {}


def listed(sheet: Sheet, wanted: dict[str, Any]) -> Window | None:
    if wanted["mark"]:
        row = get_object_or_404(sheet.marks(), uid=wanted["mark"])
        return sheet.listed_from(row.start)
    if wanted["first"] is not None:
        return sheet.listed(wanted["first"])
    return None if wanted["place"] is None else sheet.listed_from(wanted["place"])


def log_once(request: Any, subject: str) -> None:
    """A look at the text, unless this person has just been seen to look at it."""
    found = LOOKED(subject, request.user.pk)
    if not found or found[0][0] < timezone.now() - LOOK:
        log_view(request, subject)
