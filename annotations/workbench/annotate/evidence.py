"""Changing what bears on a claim, taking it away and bringing it back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from annotations.actions.evidence import delete_evidence, edit_evidence, restore_evidence
from annotations.models import Evidence
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, saved
from annotations.workbench.annotate.claims import address
from annotations.workbench.annotate.evidence_forms import EditEvidenceForm, EditWorkForm
from annotations.workbench.annotate.panel_forms import ReasonForm
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.undoing import Step


def found(uid: str) -> Evidence:
    return get_object_or_404(Evidence.objects.select_related("claim", "annotation"), uid=uid)


def answer(request: Any, sheet: Sheet, row: Evidence, message: str, undo: str = "") -> HttpResponse:
    """Back to the claim, with the mark on the evidence's words if they are in this text."""
    mark = row.annotation
    is_here = mark is not None and mark.rendition_id == sheet.rendition.pk
    return saved(
        request,
        sheet,
        message,
        mark=mark if is_here else None,
        claim=row.claim,
        ranges=[(mark.start, mark.end)] if mark and is_here else None,
        then=address(sheet, row.claim),
        undo=[Step.of(row, undo)] if undo else (),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_evidence")
def edit(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Change how evidence bears on its claim."""
    row = found(uid)
    kind = EditWorkForm if row.work else EditEvidenceForm
    initial = {name: getattr(row, name) for name in kind.base_fields if name != "reason"}
    form = kind(request.POST if request.method == "POST" else None, initial=initial, row=row)

    def act(values: dict[str, Any]) -> HttpResponse:
        edit_evidence(evidence=row, expected=values.pop("version"), by=request.user, **values)
        return answer(request, sheet, row, "The evidence was changed.")

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Change the evidence",
        claim=row.claim,
        action=reverse("annotate:edit_evidence", args=[sheet.document.slug, uid]),
        back_to=address(sheet, row.claim),
        verb="Save",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_evidence")
def delete(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Ask why, then take evidence out of use; the claim keeps it with a way back."""
    row = found(uid)
    initial = {"version": row.version, "reason": "Added by mistake."}
    form = ReasonForm(request.POST if request.method == "POST" else None, initial=initial)

    def act(values: dict[str, Any]) -> HttpResponse:
        delete_evidence(
            evidence=row, expected=values["version"], by=request.user, reason=values["reason"]
        )
        return answer(request, sheet, row, "The evidence was deleted.", undo="active")

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Delete this evidence?",
        claim=row.claim,
        action=reverse("annotate:delete_evidence", args=[sheet.document.slug, uid]),
        back_to=address(sheet, row.claim),
        verb="Delete",
    )


@require_POST
@workbench("annotations.change_evidence")
def restore(request: Any, sheet: Sheet, uid: str) -> HttpResponse:
    """Undo a deletion."""
    row = found(uid)

    def act(values: dict[str, Any]) -> HttpResponse:
        restore_evidence(
            evidence=row, expected=values["version"], by=request.user, reason=values["reason"]
        )
        return answer(request, sheet, row, "The evidence was brought back.", undo="deleted")

    return fill_in(
        request,
        sheet,
        ReasonForm(request.POST),
        act,
        title="Bring the evidence back?",
        claim=row.claim,
        action=reverse("annotate:restore_evidence", args=[sheet.document.slug, uid]),
        back_to=address(sheet, row.claim),
        verb="Bring back",
    )
