"""The reader's page: a text, the guidelines, and nobody's marks but one's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.adjudicate import why_not
from annotations.actions.double_reading import (
    finish_reading,
    mark_reading,
    read_passage,
    strike,
)
from annotations.models import DoubleReading, DoubleReadingState, Reading
from annotations.workbench.frame import person, surroundings
from annotations.workbench.reading.access import for_readers
from annotations.workbench.reading.forms import MarkForm
from annotations.workbench.reading.script import Script
from archive.admin.operations import log_view
from archive.errors import Refused


def of(uid: str) -> DoubleReading:
    rows = DoubleReading.objects.select_related("rendition__capture__document", "guideline")
    return get_object_or_404(rows, uid=uid)


def own(request: HttpRequest, uid: str) -> Reading:
    """The part that this person has to read; 404 for everybody else."""
    rows = Reading.objects.select_related(
        "double__rendition__capture__document", "double__guideline", "reader"
    )
    return get_object_or_404(rows, double__uid=uid, reader=person(request))


@require_safe
@for_readers()
def room(request: HttpRequest, uid: str) -> HttpResponse:
    """To a reader the text; to others where matters stand, without a mark."""
    double = of(uid)
    reading = double.readings.filter(reader=person(request)).first()
    if reading is None or double.state != DoubleReadingState.READING:
        return stands(request, double, reading)
    return page(request, own(request, uid), MarkForm(auto_id="mark_%s"))


def stands(request: HttpRequest, double: DoubleReading, own: Reading | None) -> HttpResponse:
    context = surroundings(
        request,
        title="Double reading",
        subtitle=double.rendition.capture.document.title,
        double=double,
        document=double.rendition.capture.document,
        readings=double.readings.select_related("reader"),
        own=own,
        why_not=why_not(double, person(request)),
    )
    return render(request, "annotations/reading/stands.html", context)


def page(request: HttpRequest, reading: Reading, form: MarkForm, status: int = 200) -> HttpResponse:
    log_view(request, f"rendition:{reading.double.rendition.uid}")
    script = Script(reading)
    context = surroundings(
        request,
        title=reading.double.rendition.capture.document.title,
        document=reading.double.rendition.capture.document,
        double=reading.double,
        reading=reading,
        script=script,
        form=form,
    )
    return render(request, "annotations/reading/room.html", context, status=status)


@require_POST
@for_readers()
def mark(request: HttpRequest, uid: str) -> HttpResponse:
    """Mark words; a refusal shows the page again with what was filled in."""
    reading = own(request, uid)
    form = MarkForm(request.POST, text=reading.double.rendition.text, auto_id="mark_%s")
    if form.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        values.pop("words")
        try:
            row = mark_reading(reading=reading, by=person(request), **values)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Marked.")
            return redirect(f"{address(uid)}#m-{row.uid}")
    return page(request, reading, form, status=400)


@require_POST
@for_readers()
def read(request: HttpRequest, uid: str) -> HttpResponse:
    """Count every passage up to `to` as read."""
    reading = own(request, uid)
    script = Script(reading)
    to = request.POST.get("to", "")
    wanted = script.unread_to(int(to)) if to.isdecimal() else []
    try:
        for leaf in wanted:
            read_passage(reading=reading, start=leaf.start, end=leaf.end, by=person(request))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(f"{address(uid)}#{script.after(wanted)}")


@require_POST
@for_readers()
def strike_out(request: HttpRequest, uid: str, mark: str) -> HttpResponse:
    """Take a mark back, or (`stand`) let it stand again."""
    row = get_object_or_404(own(request, uid).marks.select_related("reading__double"), uid=mark)
    stand = "stand" in request.POST
    try:
        strike(mark=row, by=person(request), is_struck=not stand)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, "It stands again." if stand else "Struck out. It can stand again."
        )
    return redirect(f"{address(uid)}#m-{row.uid}")


@require_POST
@for_readers()
def done(request: HttpRequest, uid: str) -> HttpResponse:
    """Say that one is done: from then on nothing of one's reading changes."""
    try:
        double = finish_reading(reading=own(request, uid), by=person(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        waits = double.state == DoubleReadingState.READING
        messages.success(
            request,
            "Done. The other reader is still at it."
            if waits
            else "Done. Both readings can be compared now.",
        )
    return redirect(address(uid))


def address(uid: str) -> str:
    return reverse("readings:room", args=[uid])
