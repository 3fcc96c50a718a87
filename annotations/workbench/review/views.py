"""The review page: marks of an earlier text, one at a time, and where each stands in the newest."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from annotations.anchoring import find_all
from annotations.models import Settlement
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.places import MOST, places
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.review.board import Board
from annotations.workbench.review.forms import VerbForm
from annotations.workbench.review.verbs import UNKNOWN, VERBS
from archive.admin.operations import log_view
from archive.errors import Refused
from archive.models import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, slug: str) -> HttpResponse:
    return (decide if request.method == "POST" else look)(request, slug)


@workbench()
def look(request: Any, sheet: Sheet) -> HttpResponse:
    """One mark in hand, `?mark=` names it, and the list of all that wait. Each look is logged."""
    return show(request, Board(sheet, request.user, request.GET.get("mark", "")))


@workbench("annotations.change_annotation")
def decide(request: Any, sheet: Sheet) -> HttpResponse:
    """Carry out a verb and go on with the next mark; who was late is told who was first."""
    form = VerbForm(request.POST)
    board = Board(sheet, request.user, form.data.get("mark", ""))
    typed = form.cleaned_data if form.is_valid() else {"verb": ""}
    if typed["verb"] == "find":
        return find(request, board, typed["exact"])
    if typed["verb"] not in VERBS:
        return show(request, board, status=400, error=UNKNOWN)
    try:
        done = VERBS[typed["verb"]](board, typed)
    except Refused as refused:
        return show(request, again(board), status=400, error=str(refused))
    except Conflict as conflict:
        return show(request, again(board), status=409, error=told(conflict))
    messages.success(request, done.said)
    return redirect(address(sheet, done.then))


def again(board: Board) -> Board:
    """As it stands now."""
    return Board(board.sheet, board.user, board.chosen)


def told(conflict: Conflict) -> str:
    """Who was first, and what they decided."""
    row = conflict.current
    if not isinstance(row, Settlement):
        return f"{conflict} Nothing of yours was written: look again."
    who, what = row.decided_by.shown_name, row.get_outcome_display()
    return f"{who} was first. This mark: {what}. Nothing of yours was written."


def find(request: HttpRequest, board: Board, exact: str) -> HttpResponse:
    """Places of a quotation in the newest text. Sent by POST, so that no address holds words."""
    found = find_all(board.sheet.rendition.text, exact) if exact.strip() else []
    return show(
        request,
        board,
        exact=exact,
        places=places(board.sheet, found[:MOST]),
        more=max(0, len(found) - MOST),
        missing=not found,
    )


def show(
    request: HttpRequest, board: Board, *, status: int = 200, error: str = "", **context: Any
) -> HttpResponse:
    texts = [board.earlier_text, board.sheet.rendition] if board.waiting else []
    for text in texts:
        log_view(request, f"rendition:{text.uid}")
    context |= {
        **admin.site.each_context(request),
        "title": "Review",
        "subtitle": board.sheet.document.title,
        "sheet": board.sheet,
        "board": board,
        "error": error,
        "address": address(board.sheet),
    }
    return render(request, "annotations/review/page.html", context, status=status)


def address(sheet: Sheet, mark: str = "") -> str:
    return reverse("review", args=[sheet.document.slug]) + (f"?mark={mark}" if mark else "")
