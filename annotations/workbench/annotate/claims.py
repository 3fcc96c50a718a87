"""Claims beside the text: found while typing, looked at, changed, judged."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from annotations.actions.assess import assess
from annotations.actions.claims import edit_claim
from annotations.actions.evidence import add_evidence
from annotations.actions.mentions import held
from annotations.composing.evidence import by_set
from annotations.dating.words import in_words
from annotations.models import (
    Annotation,
    AnnotationState,
    Assessment,
    Claim,
    ClaimKind,
    Evidence,
    EvidenceState,
    Reply,
    ReplyReview,
    ReviewOutcome,
    Verdict,
)
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, panel, saved
from annotations.workbench.annotate.claim_forms import EditClaimForm, claim_values
from annotations.workbench.annotate.evidence_forms import AssessForm, WorkForm
from annotations.workbench.annotate.likeness import like, told
from annotations.workbench.annotate.quoted import with_words
from annotations.workbench.annotate.sheet import Sheet
from archive.actions import slugs
from archive.reading.weighing import conflict

JUDGED = ("verdict", "value", "credibility", "reasons")
EDITED = (
    *("statement", "kind", "speaker", "about", "place", "treaties"),
    *("topics", "when_written", "calendar", "when_edtf", "version"),
)
# An opinion or a prediction gets no other judgement.
UNCHECKABLE = {"verdict": Verdict.NOT_CHECKABLE, "credibility": None}


@require_safe
@workbench("annotations.view_claim")
def find(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Claims like the words typed so far, and an address for a new one."""
    words = request.GET.get("q", "").strip()[:500]
    rows = told(like(words)) if words else []
    return JsonResponse(
        {"claims": rows, "proposed": slugs.propose("claim", words) if words else ""}
    )


def found(slug: str) -> Claim:
    return get_object_or_404(Claim.objects.select_related("created_by", "merged_into"), slug=slug)


def address(sheet: Sheet, claim: Claim, name: str = "claim") -> str:
    return reverse(f"annotate:{name}", args=[sheet.document.slug, claim.slug])


@require_safe
@workbench("annotations.view_claim")
def claim(request: HttpRequest, sheet: Sheet, claim: str) -> HttpResponse:
    """A claim with its places in every document, what bears on it, and how it was judged."""
    row = found(claim)
    marks = with_words(Annotation.objects.all())
    in_hand = row.assignments.open().select_related("owner").first()
    evidence = Evidence.objects.select_related("derived_from", "created_by")
    rows = list(evidence.filter(claim=row).prefetch_related(Prefetch("annotation", marks)))
    active = [piece for piece in rows if piece.state == EvidenceState.ACTIVE]
    return panel(
        request,
        sheet,
        "claim",
        title="Claim",
        claim=row,
        mentions=row.mentions.select_related("authority").prefetch_related("authority__names"),
        merged=row.merged.all(),
        when=in_words(row.when_edtf, row.calendar),
        in_hand=in_hand,
        overdue=in_hand is not None and in_hand.is_overdue(timezone.localdate()),
        places=marks.filter(claim=row).exclude(state=AnnotationState.DELETED),
        evidence=rows,
        conflict=conflict(piece.relation for piece in active),
        sets=by_set(active),
        replies=with_shown(row),
        history=Assessment.objects.filter(claim=row)
        .select_related("assessed_by", "value__scale")
        .order_by("-assessed_at", "-pk"),
    )


def with_shown(claim: Claim) -> list[Reply]:
    """What those concerned answered, and of each whether readers will see it."""
    shown = ReplyReview.objects.current().filter(reply=OuterRef("pk"), outcome=ReviewOutcome.SHOW)
    return list(claim.replies.annotate(shown=Exists(shown)))


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.change_claim")
def edit(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Change what a claim says; its address stays."""
    row = found(claim)
    initial = {name: getattr(row, name) for name in EDITED}
    posted = request.POST if request.method == "POST" else None
    form = EditClaimForm(posted, initial=initial, held=held(row))

    def act(values: dict[str, Any]) -> HttpResponse:
        given = claim_values(values)
        edit_claim(claim=row, expected=given.pop("version"), by=request.user, **given)
        if row.kind != ClaimKind.FACT and not row.assessments.exists():
            message = f"The claim was changed. Of kind “{row.kind}” it can only be not checkable."
            return saved(request, sheet, message, claim=row, then=address(sheet, row, "judge"))
        then = address(sheet, row)
        return saved(request, sheet, "The claim was changed.", claim=row, then=then)

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Change the claim",
        claim=row,
        action=address(sheet, row, "edit_claim"),
        back_to=address(sheet, row),
        verb="Save",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.add_assessment")
def judge(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Say what the claim is worth. The last judgement is superseded and stays readable."""
    row = found(claim)
    last = row.assessments.current().first()
    initial: dict[str, Any] = {"replacing": last.uid if last else ""}
    if last:
        initial |= {name: getattr(last, name) for name in JUDGED}
    elif row.kind != ClaimKind.FACT:
        initial |= UNCHECKABLE | {"reasons": f"It is a statement of {row.kind}, not of a fact."}
    form = AssessForm(request.POST if request.method == "POST" else None, initial=initial)

    def act(values: dict[str, Any]) -> HttpResponse:
        assess(claim=row, by=request.user, **values)
        return saved(request, sheet, "Judged.", claim=row, then=address(sheet, row))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="Judge the claim",
        claim=row,
        action=address(sheet, row, "judge"),
        back_to=address(sheet, row),
        verb="Judge",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.add_evidence")
def work(request: Any, sheet: Sheet, claim: str) -> HttpResponse:
    """Let an outside work bear on the claim."""
    row = found(claim)
    form = WorkForm(request.POST if request.method == "POST" else None, claim=row)

    def act(values: dict[str, Any]) -> HttpResponse:
        add_evidence(claim=row, by=request.user, **values)
        return saved(request, sheet, "The work was added.", claim=row, then=address(sheet, row))

    return fill_in(
        request,
        sheet,
        form,
        act,
        title="An outside work",
        claim=row,
        action=address(sheet, row, "work"),
        back_to=address(sheet, row),
        verb="Add",
    )
