"""The history of a mark, a claim, a piece of evidence or the judgements of a claim."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions.rejudge import judge_again
from annotations.actions.restore import bring_back, restore
from annotations.admin.permitted import permit
from annotations.models import Annotation, Claim, Evidence
from annotations.workbench.history.chronicle import Chronicle
from archive.admin.operations import log_view
from archive.errors import Refused
from archive.models import Conflict

# The judgements of a claim are told under the claim's name.
MODELS: dict[str, Any] = {
    "annotation": Annotation,
    "claim": Claim,
    "evidence": Evidence,
    "assessment": Claim,
}
NAMES = {
    "annotation": "a mark",
    "claim": "a claim",
    "evidence": "a piece of evidence",
    "assessment": "what a claim was judged to be worth",
}


class RestoreForm(forms.Form):
    """`number` is the version to restore, none to undo a deletion; `version` what was seen."""

    number = forms.IntegerField(required=False, min_value=1)
    version = forms.IntegerField(min_value=1)
    reason = forms.CharField(max_length=300)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def history(request: HttpRequest, kind: str, uid: str) -> HttpResponse:
    """`?left=1&right=3` are the versions to compare; without them the last two are."""
    if kind not in MODELS:
        raise Http404("There is no history of that kind.")
    permit(request, "archive.view_original")
    permit(request, f"annotations.view_{kind}")
    row = get_object_or_404(MODELS[kind], uid=uid)
    status, error = 200, ""
    if request.method == "POST":
        permit(request, right(kind))
        error, status = attempt(request, kind, row)
        if not error:
            return redirect("history", kind, uid)
        row = get_object_or_404(MODELS[kind], uid=uid)
    chronicle = Chronicle(kind, row, request.GET)
    for name in chronicle.texts:
        log_view(request, f"rendition:{name}")
    return TemplateResponse(
        request, "annotations/history/page.html", shown(request, chronicle, error), status=status
    )


def right(kind: str) -> str:
    return f"annotations.{'add' if kind == 'assessment' else 'change'}_{kind}"


def attempt(request: HttpRequest, kind: str, row: Any) -> tuple[str, int]:
    """Restore or bring back; the sentence says why not, empty where it is done."""
    form, by = RestoreForm(request.POST), request.user
    if not form.is_valid():
        return "Say in a few words why, and from this page.", 400
    typed = form.cleaned_data
    said: dict[str, Any] = {"expected": typed["version"], "by": by, "reason": typed["reason"]}
    number = typed["number"]
    try:
        if kind == "assessment":
            judge_again(claim=row, number=number or 0, **said)
        elif number:
            restore(row=row, number=number, **said)
        else:
            bring_back(row=row, **said)
    except Refused as refused:
        return str(refused), 400
    except Conflict as conflict:
        return f"{conflict} Nothing of yours was written: look at what stands now.", 409
    messages.success(request, f"Version {number} stands again." if number else "Brought back.")
    return "", 200


def shown(request: HttpRequest, chronicle: Chronicle, error: str) -> dict[str, Any]:
    row = chronicle.row
    document = row.rendition.capture.document if chronicle.kind == "annotation" else None
    return {
        **admin.site.each_context(request),
        "title": f"History of {NAMES[chronicle.kind]}",
        "chronicle": chronicle,
        "row": row,
        "claim": row if isinstance(row, Claim) else getattr(row, "claim", None),
        "document": document,
        "error": error,
        "may_change": request.user.has_perm(right(chronicle.kind)),
        "change_page": f"admin:annotations_{type(row)._meta.model_name}_change",
    }
