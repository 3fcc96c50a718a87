"""Where two readers differ: how far they agree, what is left to decide, what was decided."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from annotations.actions.adjudicate import (
    Matter,
    adjudicate,
    close_double_reading,
    matters,
    why_not,
)
from annotations.models import DoubleReading, DoubleReadingState, ReadingMark
from annotations.workbench.frame import person, surroundings
from annotations.workbench.reading.access import for_readers
from annotations.workbench.reading.comparison import compared
from annotations.workbench.reading.forms import DecideForm
from annotations.workbench.reading.room import of
from archive.admin.operations import log_view
from archive.errors import Refused
from archive.models import Conflict

AROUND = 160
TOLD = "Somebody decided this in the meantime: see what stands there now."


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers()
def page(request: HttpRequest, uid: str) -> HttpResponse:
    """The queue of disagreements, and the deciding of one. Both readers may look on."""
    double = of(uid)
    if double.state == DoubleReadingState.READING:
        raise PermissionDenied(why_not(double, person(request)))
    if request.method == "POST":
        return decide(request, double)
    log_view(request, f"rendition:{double.rendition.uid}")
    found = matters(double)
    context = surroundings(
        request,
        title="Where the readers differ",
        double=double,
        document=double.rendition.capture.document,
        comparison=compared(double, found),
        left=[shown(double, each) for each in found if each.is_open],
        decided=[shown(double, each) for each in found if each.decision],
        agreed=sum(not each.pair.differences for each in found),
        why_not=why_not(double, person(request)),
    )
    return render(request, "annotations/reading/adjudicate.html", context)


def decide(request: HttpRequest, double: DoubleReading) -> HttpResponse:
    form = DecideForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose what stands, and say in a few words why.")
    else:
        try:
            adjudicate(double=double, by=person(request), **form.cleaned_data)
        except Refused as refused:
            messages.error(request, str(refused))
        except Conflict:
            messages.error(request, TOLD)
        else:
            messages.success(request, "Decided.")
    return redirect(reverse("readings:adjudicate", args=[double.uid]) + "#next")


@require_POST
@for_readers()
def close(request: HttpRequest, uid: str) -> HttpResponse:
    """Take over what is agreed and decided."""
    double = of(uid)
    try:
        made = close_double_reading(double=double, by=person(request))
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("readings:adjudicate", uid)
    stand = "1 mark stands" if len(made) == 1 else f"{len(made)} marks stand"
    messages.success(request, f"Closed: {stand} on the text now.")
    return redirect("annotate:page", double.rendition.capture.document.slug)


def shown(double: DoubleReading, matter: Matter) -> dict[str, Any]:
    """Both marks in their context, side by side."""
    text = double.rendition.text
    sides = [side(text, mark) for mark in (matter.pair.first, matter.pair.second)]
    return {
        "matter": matter.pair.matter,
        "differences": matter.pair.differences,
        "sides": sides,
        "decision": matter.decision,
    }


def side(text: str, mark: ReadingMark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {
        "mark": mark,
        "before": text[max(0, mark.start - AROUND) : mark.start],
        "words": text[mark.start : mark.end],
        "after": text[mark.end : mark.end + AROUND],
    }
