"""What is read twice: one's own to do, what waits for a decision, what is closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from annotations.actions.double_reading import open_double_reading
from annotations.models import DoubleReading, DoubleReadingState, Guideline
from annotations.workbench.frame import person, surroundings
from annotations.workbench.reading.access import for_readers
from annotations.workbench.reading.forms import OpenForm
from archive.errors import Refused
from archive.models import Document, Rendition

MOST = 200


@require_safe
@for_readers()
def overview(request: HttpRequest) -> HttpResponse:
    """The double readings by their state, the newest first; one's own say so."""
    rows = (
        DoubleReading.objects.select_related("rendition__capture__document", "guideline")
        .defer("rendition__text", "rendition__remarks", "rendition__marks")
        .prefetch_related("readings__reader")
        .order_by("-created_at")[:MOST]
    )
    groups = {state: [row for row in rows if row.state == state] for state in DoubleReadingState}
    mine = [row for row in groups[DoubleReadingState.READING] if has_to_read(row, request)]
    return render(
        request,
        "annotations/reading/overview.html",
        surroundings(
            request,
            title="Double readings",
            mine=mine,
            reading=[row for row in groups[DoubleReadingState.READING] if row not in mine],
            comparing=groups[DoubleReadingState.COMPARING],
            closed=groups[DoubleReadingState.CLOSED],
        ),
    )


def has_to_read(double: DoubleReading, request: HttpRequest) -> bool:
    own = (each for each in double.readings.all() if each.reader_id == request.user.pk)
    return any(not each.is_done for each in own)


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers("annotations.add_doublereading")
def open_one(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a document's newest text to two readers."""
    document = get_object_or_404(Document.objects.held(), slug=slug)
    text = Rendition.objects.of(document).first()
    guideline = Guideline.objects.in_force()
    form = OpenForm(request.POST if request.method == "POST" else None)
    if text and guideline and form.is_bound and form.is_valid():
        try:
            double = opened(text, guideline, form.cleaned_data, request)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Both readers find it in their list now.")
            return redirect("readings:room", double.uid)
    context = surroundings(
        request, title="Have it read twice", subtitle=document.title, document=document,
        text=text, guideline=guideline, form=form,
    )  # fmt: skip
    return render(
        request, "annotations/reading/open.html", context, status=400 if form.errors else 200
    )


def opened(
    text: Rendition, guideline: Guideline, values: dict[str, Any], request: HttpRequest
) -> DoubleReading:
    return open_double_reading(
        rendition=text, readers=(values["first"], values["second"]), guideline=guideline,
        by=person(request),
    )  # fmt: skip
