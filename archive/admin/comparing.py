"""Two texts of one document side by side in one column: what came, what went, what stayed."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.admin.operations import VIEW_ORIGINAL, log_view
from archive.comparing import Piece, compare
from archive.models import Document, Rendition

# Of words that stayed, so many are shown beside a change; the rest is folded.
BESIDE = 160


class Shown(NamedTuple):
    """A piece as the page shows it: words that stayed are folded between `head` and `tail`."""

    kind: str
    head: str
    folded: str = ""
    tail: str = ""


class CompareForm(forms.Form):
    left = forms.TypedChoiceField(label="Earlier text", coerce=int)
    right = forms.TypedChoiceField(label="Later text", coerce=int)

    def __init__(self, texts: list[Rendition], *args: Any) -> None:
        super().__init__(*args)
        choices = [(text.number, told(text)) for text in texts]
        for name in ("left", "right"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


def told(text: Rendition) -> str:
    """A text as the choice names it: which, when its bytes came, and by what it was derived."""
    capture = text.capture
    when = capture.captured_at or capture.received_at
    how = "corrected by hand" if text.corrects_id else text.extractor
    return f"Text {text.number}, {when:%Y-%m-%d %H:%M}, {how} {text.extractor_version}"


@never_cache
@require_safe
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """`?left=1&right=2` are numbers of texts; without them the last two are compared."""
    if not request.user.has_perm(VIEW_ORIGINAL):
        raise PermissionDenied
    document = get_object_or_404(Document, slug=slug)
    texts = list(
        Rendition.objects.of(document)
        .reverse()
        .select_related("capture__blob")
        .defer("text", "remarks", "marks")
    )
    form = CompareForm(texts, chosen(request, texts))
    context = {
        **admin.site.each_context(request),
        "title": f"Compare captures: {document}",
        "document": document,
        "texts": texts,
        "form": form,
    }
    if len(texts) > 1 and form.is_valid():
        by_number = {text.number: text for text in texts}
        pair = [by_number[form.cleaned_data[name]] for name in ("left", "right")]
        context |= compared(request, *pair, names=[f"text {text.number}" for text in pair])
    return TemplateResponse(request, "admin/compare.html", context)


@never_cache
@require_safe
def comparison_with(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """The newest text of one document against that of another."""
    if not request.user.has_perm(VIEW_ORIGINAL):
        raise PermissionDenied
    pair = [get_object_or_404(Document, slug=name) for name in (slug, other)]
    texts = [Rendition.objects.of(each).select_related("capture")[0] for each in pair]
    context = {
        **admin.site.each_context(request),
        "title": f"Compare: {pair[0]} and {pair[1]}",
        "document": pair[0],
        "other": pair[1],
        **compared(request, *texts, names=[f"“{each.title}”" for each in pair]),
    }
    return TemplateResponse(request, "admin/compare.html", context)


def chosen(request: HttpRequest, texts: list[Rendition]) -> dict[str, Any]:
    last = [text.number for text in texts[-2:]] or [0]
    defaults = {"left": last[0], "right": last[-1]}
    return defaults | {name: request.GET[name] for name in defaults if name in request.GET}


def compared(
    request: HttpRequest, left: Rendition, right: Rendition, *, names: list[str]
) -> dict[str, Any]:
    """What two texts have and have not in common; each look at one is logged."""
    for text in {left, right}:
        log_view(request, f"rendition:{text.uid}")
    pieces = compare(left.text, right.text)
    return {
        "left": left,
        "right": right,
        "names": names,
        "pieces": [shown(piece) for piece in pieces],
        "same_bytes": left.capture.blob_id == right.capture.blob_id,
        "same_text": left.text_sha256 == right.text_sha256,
        "removed": size(pieces, "left"),
        "added": size(pieces, "right"),
    }


def size(pieces: list[Piece], kind: str) -> int:
    """How many words, counted between blanks, are on one side only."""
    return sum(len(piece.words.split()) for piece in pieces if piece.kind == kind)


def shown(piece: Piece) -> Shown:
    words = piece.words
    if piece.kind != "same" or len(words) < 3 * BESIDE:
        return Shown(piece.kind, words)
    return Shown("same", words[:BESIDE], words[BESIDE:-BESIDE], words[-BESIDE:])
