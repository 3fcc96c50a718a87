"""Marking words: the forms, one for each kind, and the act."""

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from annotations.actions.annotate import annotate
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Annotation, AnnotationKind, Claim
from annotations.workbench.annotate.access import workbench
from annotations.workbench.annotate.answers import fill_in, panel, saved
from annotations.workbench.annotate.claim_forms import ClaimMarkForm, claim_values
from annotations.workbench.annotate.evidence_forms import EvidenceMarkForm
from annotations.workbench.annotate.mark_forms import LacunaForm, NoteForm, QuestionForm
from annotations.workbench.annotate.panel_forms import WordsForm
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.undoing import Step
from archive.actions import slugs
from archive.errors import Refused

FORMS: dict[str, type[WordsForm]] = {
    AnnotationKind.CLAIM: ClaimMarkForm,
    AnnotationKind.EVIDENCE: EvidenceMarkForm,
    AnnotationKind.NOTE: NoteForm,
    AnnotationKind.QUESTION: QuestionForm,
    AnnotationKind.LACUNA: LacunaForm,
}
# What words may be marked as: the kind, its name on a button, and its key.
KINDS = [
    (AnnotationKind.CLAIM.value, "Claim", "c"),
    (AnnotationKind.EVIDENCE.value, "Evidence", "e"),
    (AnnotationKind.NOTE.value, "Note", "n"),
    (AnnotationKind.QUESTION.value, "Question", "q"),
    (AnnotationKind.LACUNA.value, "Lacuna", "l"),
]
# What the page may bring along: the claim in hand, how the words bear on it.
BROUGHT = ("claim", "relation", "existing", "stance")
TITLES = {
    AnnotationKind.CLAIM: "A claim",
    AnnotationKind.EVIDENCE: "Evidence for a claim",
    AnnotationKind.NOTE: "A note",
    AnnotationKind.QUESTION: "A question",
    AnnotationKind.LACUNA: "A lacuna",
}
STALE = (
    "A newer text of this document was brought in while you worked: load the page again, "
    "and choose the words in the new text."
)


class Made(NamedTuple):
    """A mark, and the steps that take it back with what was made along with it."""

    mark: Annotation
    undo: list[Step]


@require_http_methods(["GET", "HEAD", "POST"])
@workbench("annotations.add_annotation")
def mark(request: Any, sheet: Sheet, kind: str) -> HttpResponse:
    """The form for marking words as something, and the marking of them."""
    if kind not in FORMS:
        raise Http404("No such kind of mark.")
    words = WordsForm(request.POST or request.GET)
    if not words.is_valid() or not fits(sheet, words.cleaned_data):
        return panel(
            request,
            sheet,
            "refused",
            title="No words",
            status=400,
            error="Choose some words of the text first.",
        )
    given = words.cleaned_data
    brings = brought(request)
    form = (
        FORMS[kind](request.POST)
        if request.method == "POST"
        else FORMS[kind](initial=given | proposed(sheet, kind, given) | brings)
    )
    if "relation" in brings and "claim" in brings:
        form.fields["note"].widget.attrs["data-first"] = True

    def act(values: dict[str, Any]) -> HttpResponse:
        made, undo = make(sheet, kind, values, request.user)
        return saved(
            request,
            sheet,
            f"{TITLES[AnnotationKind(kind)]} was marked.",
            mark=made,
            claim=claim_of(values, made),
            ranges=[(made.start, made.end)],
            undo=undo,
        )

    return fill_in(
        request,
        sheet,
        form,
        act,
        title=TITLES[AnnotationKind(kind)],
        kind=kind,
        words=sheet.rendition.text[given["start"] : given["end"]],
        is_covered=sheet.is_covered(given["start"], given["end"]),
        action=reverse("annotate:mark", args=[sheet.document.slug, kind]),
        verb="Mark",
    )


def fits(sheet: Sheet, given: dict[str, Any]) -> bool:
    return bool(0 <= given["start"] <= given["end"] <= len(sheet.rendition.text))


def proposed(sheet: Sheet, kind: str, given: dict[str, Any]) -> dict[str, str]:
    """A claim begins as the words themselves."""
    if kind != AnnotationKind.CLAIM:
        return {}
    words = " ".join(sheet.rendition.text[given["start"] : given["end"]].split())[:500]
    return {"statement": words, "slug": slugs.propose("claim", words)}


def brought(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in BROUGHT if name in request.GET}


def make(sheet: Sheet, kind: str, values: dict[str, Any], by: Any) -> Made:
    """Raises `Refused` where the text is no longer the newest, or the act does not allow it."""
    if values.pop("rendition") != sheet.rendition.uid:
        raise Refused(STALE)
    words = {"rendition": sheet.rendition, "by": by}
    if kind == AnnotationKind.CLAIM:
        return tie(**words, claim=values.pop("existing"), **values)
    if kind == AnnotationKind.EVIDENCE:
        piece = mark_evidence(**words, **values)
        assert piece.annotation is not None, "evidence made from a mark has one"
        return Made(piece.annotation, [Step.of(piece, "deleted")])
    made = annotate(**words, kind=kind, **values)
    return Made(made, [Step.of(made, "deleted")])


def tie(*, claim: Claim | None, **values: Any) -> Made:
    """Tie words to a claim. A claim that was made for them goes with them."""
    made = mark_claim(claim=claim, **claim_values(values))
    undo = [Step.of(made, "deleted")]
    return Made(made, [*undo, Step.of(made.claim, "deleted")] if made.claim and not claim else undo)


def claim_of(values: dict[str, Any], made: Annotation) -> Claim | None:
    """The claim whose other cards change too."""
    claim: Claim | None = values.get("claim") or made.claim
    return claim
