"""Changing a mark, deleting it and bringing it back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from annotations.actions.annotate import (
    delete_annotation,
    edit_annotation,
    restore_annotation,
)
from annotations.models import Annotation, AnnotationKind
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, saved
from annotations.workbench.annotate.claim_forms import EditClaimMarkForm
from annotations.workbench.annotate.making import STALE
from annotations.workbench.annotate.mark_forms import EditMarkForm
from annotations.workbench.annotate.panel_forms import ReasonForm
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.undoing import Step
from archive.errors import Refused


def found(sheet: Sheet, uid: str) -> Annotation:
    return get_object_or_404(sheet.marks(), uid=uid)


def shown(sheet: Sheet, row: Annotation) -> dict[str, Any]:
    """The words that a form is about, unless they are covered."""
    words = sheet.rendition.text[row.start : row.end]
    return {"words": words, "is_covered": sheet.is_covered(row.start, row.end)}


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_annotation")
def edit(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Change what a mark says, or which words it lies on."""
    row = found(sheet, uid)
    is_claim = row.kind == AnnotationKind.CLAIM
    kind = EditClaimMarkForm if is_claim else EditMarkForm
    before = (row.start, row.end)
    initial = {name: getattr(row, name) for name in ("start", "end", "body", "stance", "version")}
    initial["rendition"] = sheet.rendition.uid
    form = kind(request.POST) if request.method == "POST" else kind(initial=initial)

    def act(values: dict[str, Any]) -> HttpResponse:
        if values.pop("rendition") != sheet.rendition.uid:
            raise Refused(STALE)
        seen = values.pop("version")
        edit_annotation(annotation=row, expected=seen, by=request.user, **values)
        undo = [Step.of(row, str(seen))] if row.version != seen else []
        ranges = [before, (row.start, row.end)]
        return saved(request, sheet, "The mark was changed.", mark=row, ranges=ranges, undo=undo)

    return fill_in(
        request,
        sheet,
        form,
        act,
        title=f"Change the {row.get_kind_display()}",
        **shown(sheet, row),
        moves=True,
        action=reverse("annotate:edit", args=[sheet.document.slug, uid]),
        verb="Save",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_annotation")
def delete(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Ask why, then take the mark out of use; the list keeps it with a way back."""
    row = found(sheet, uid)
    initial = {"version": row.version, "reason": "Marked by mistake."}
    form = ReasonForm(request.POST if request.method == "POST" else None, initial=initial)

    def act(values: dict[str, Any]) -> HttpResponse:
        delete_annotation(
            annotation=row, expected=values["version"], by=request.user, reason=values["reason"]
        )
        return saved(
            request,
            sheet,
            f"The {row.kind} was deleted. It can be brought back.",
            mark=row,
            ranges=[(row.start, row.end)],
            undo=[Step.of(row, "active")],
        )

    return fill_in(
        request,
        sheet,
        form,
        act,
        title=f"Delete this {row.get_kind_display()}?",
        **shown(sheet, row),
        action=reverse("annotate:delete", args=[sheet.document.slug, uid]),
        verb="Delete",
    )


@require_POST
@workbench("annotations.change_annotation")
def restore(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Undo a deletion."""
    row = found(sheet, uid)
    form = ReasonForm(request.POST)

    def act(values: dict[str, Any]) -> HttpResponse:
        restore_annotation(
            annotation=row, expected=values["version"], by=request.user, reason=values["reason"]
        )
        return saved(
            request,
            sheet,
            f"The {row.kind} was brought back.",
            mark=row,
            claim=row.claim,
            ranges=[(row.start, row.end)],
            undo=[Step.of(row, "deleted")],
        )

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Bring the mark back?",
        **shown(sheet, row),
        action=reverse("annotate:restore", args=[sheet.document.slug, uid]),
        verb="Bring back",
    )
