"""Two claims that are one, one that is two: from the sheet of a claim."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from annotations.actions.merging import merge_claims, unmerge_claim
from annotations.actions.splitting import split_claim
from annotations.models import Annotation, AnnotationState, EvidenceState
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, saved
from annotations.workbench.annotate.claim_forms import MergeForm, SplitForm
from annotations.workbench.annotate.claims import address, found
from annotations.workbench.annotate.panel_forms import ReasonForm
from annotations.workbench.annotate.quoted import with_words
from annotations.workbench.annotate.sheet import Sheet

METHODS = ["GET", "HEAD", "POST"]
# What both claims share until somebody says otherwise.
SHARED = ("kind", "speaker", "topics", "place")


@require_http_methods(METHODS)
@workbench("annotations.change_claim")
def merge(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Let another claim take over the words and the evidence of this one."""
    row = found(claim)
    form = MergeForm(request.POST or None, initial={"version": row.version})

    def act(values: dict[str, Any]) -> HttpResponse:
        heir = merge_claims(
            claim=row,
            into=values["into"],
            expected=values["version"],
            by=request.user,
            reason=values["reason"],
        )
        message = "The two claims are one."
        return saved(request, sheet, message, claim=heir, then=address(sheet, heir))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Merge the claim into another",
        claim=row,
        action=address(sheet, row, "merge_claim"),
        back_to=address(sheet, row),
        verb="Merge",
    )


@require_http_methods(METHODS)
@workbench("annotations.change_claim")
def unmerge(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Undo a merger."""
    row = found(claim)
    form = ReasonForm(request.POST or None, initial={"version": row.version})

    def act(values: dict[str, Any]) -> HttpResponse:
        again = unmerge_claim(
            claim=row, expected=values["version"], by=request.user, reason=values["reason"]
        )
        message = "The two claims stand apart again."
        return saved(request, sheet, message, claim=again, then=address(sheet, again))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Let the claim stand by itself again",
        claim=row,
        action=address(sheet, row, "unmerge_claim"),
        back_to=address(sheet, row),
        verb="Undo the merger",
    )


@require_http_methods(METHODS)
@workbench("annotations.change_claim", "annotations.add_claim")
def split(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Let some of the words and evidence be a claim of their own."""
    row = found(claim)
    marks = with_words(Annotation.objects.exclude(state=AnnotationState.DELETED).filter(claim=row))
    form = SplitForm(
        request.POST or None,
        claim=row,
        marks=marks,
        pieces=row.evidence.filter(state=EvidenceState.ACTIVE),
        initial={"version": row.version, "statement": row.statement},
    )

    def act(values: dict[str, Any]) -> HttpResponse:
        values = values | {name: getattr(row, name) for name in SHARED}
        expected = values.pop("version")
        new = split_claim(claim=row, expected=expected, by=request.user, **values)
        message = "The claim was split in two."
        return saved(request, sheet, message, claim=new, then=address(sheet, new))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Split the claim in two",
        claim=row,
        action=address(sheet, row, "split_claim"),
        back_to=address(sheet, row),
        verb="Split",
    )
