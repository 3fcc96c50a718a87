"""What goes back: a panel beside the text, or, without the page's script, a page of its own."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from annotations.models import Annotation, Claim
from annotations.workbench.annotate.access import wants_json
from annotations.workbench.annotate.conflict import differences
from annotations.workbench.annotate.parts import cards_html
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.undoing import Step
from archive.errors import Refused
from archive.models import Conflict

FOLDER = "annotations/annotate"
MISSING = "Something is missing or not as it should be: see below."


def panel(
    request: HttpRequest,
    sheet: Sheet,
    name: str,
    *,
    title: str,
    status: int = 200,
    error: str = "",
    extra: dict[str, Any] | None = None,
    **context: Any,
) -> HttpResponse:
    """A part of the work, rendered from `name`.html; `error` is the sentence of a refusal."""
    template = f"{FOLDER}/{name}.html"
    context |= {"sheet": sheet, "title": title, "back": page_of(sheet), "error": error}
    if wants_json(request):
        said = {"title": title, "html": render_to_string(template, context, request)}
        return JsonResponse(
            said | (extra or {}) | ({"error": error} if error else {}), status=status
        )
    whole = admin.site.each_context(request) | context | {"template": template}
    return render(request, f"{FOLDER}/panel_page.html", whole, status=status)


def fill_in(
    request: HttpRequest,
    sheet: Sheet,
    form: Form,
    act: Callable[[dict[str, Any]], HttpResponse],
    *,
    title: str,
    name: str = "form",
    **context: Any,
) -> HttpResponse:
    """Show a form, or act on what was sent; a refusal or a conflict shows it again, filled in."""
    status, error, extra = 200, "", {}
    if form.is_bound:
        status, error = 400, MISSING
        try:
            if form.is_valid():
                return act(form.cleaned_data)
        except Refused as refused:
            error = str(refused)
            form.add_error(None, error)
        except Conflict as conflict:
            status, error = 409, str(conflict)
            context["met"] = met = differences(form, conflict.current)
            extra = {
                "theirs": {row.label: row.theirs for row in met.rows},
                "yours": {row.label: row.yours for row in met.rows},
            }
    return panel(
        request, sheet, name, title=title, status=status, error=error, extra=extra, form=form,
        **context,
    )  # fmt: skip


def saved(
    request: HttpRequest,
    sheet: Sheet,
    message: str,
    *,
    mark: Annotation | None = None,
    claim: Claim | None = None,
    ranges: list[tuple[int, int]] | None = None,
    then: str = "",
    undo: Sequence[Step] = (),
) -> HttpResponse:
    """What changed: the cards of a mark and of a claim's marks, the passages at `ranges`.

    `then` is the address of the panel to go on with; without it the list is shown again. `undo`
    are the steps that take the act back. The claim is named, so that the next words can be tied
    to it.
    """
    focus = f"n-{mark.uid}" if mark else ""
    if not wants_json(request):
        messages.success(request, message)
        return redirect(then or page_of(sheet) + (f"#{focus}" if focus else ""))
    touched = {row.pk: row for row in sheet.marks_of(claim)} if claim else {}
    if mark and mark.rendition_id == sheet.rendition.pk:
        touched[mark.pk] = mark
    cards = sheet.cards(touched.values())
    return JsonResponse(
        {
            "message": message,
            "focus": focus,
            "then": then,
            "undo": [str(step) for step in undo],
            "claim": claim and {"slug": claim.slug, "statement": claim.statement},
            "cards": [
                {"uid": card.row.uid, "is_deleted": card.is_deleted, "html": html}
                for card, html in zip(cards, cards_html(request, cards), strict=True)
            ],
            "passages": sheet.html_near(ranges) if ranges else {},
        }
    )


def page_of(sheet: Sheet) -> str:
    return reverse("annotate:page", args=[sheet.document.slug])
