"""Correcting what a machine recognised: which passages are the text, and which are what."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions.correct import correct
from annotations.admin.permitted import document_for
from annotations.admin.recognised import beginning
from annotations.composing.document import newest_rendition
from archive.actions.correct import parsed_of
from archive.admin.operations import log_view
from archive.errors import Refused
from archive.ingest.correcting import CHOICES, passages
from archive.ingest.parsed import Parsed, Section
from archive.models import Document, Rendition
from archive.models.section import SectionKind

RIGHT = "archive.ingest_document"
# A form may have a thousand fields: further passages are reached by the bounds alone.
MOST = 450


class CorrectForm(forms.Form):
    """`rendition` is the text that the person saw; `first` and `last` count passages from 1."""

    rendition = forms.CharField(widget=forms.HiddenInput)
    first = forms.IntegerField(
        required=False, min_value=1, label="The text begins with passage number",
        help_text="All above it becomes residue, which no reader is shown.",
    )  # fmt: skip
    last = forms.IntegerField(
        required=False, min_value=1, label="The text ends with passage number",
        help_text="All below it becomes residue. Residue in between becomes paragraphs.",
    )  # fmt: skip
    reason = forms.CharField(label="Why", max_length=300)

    def __init__(self, data: Any, parsed: Parsed, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.parsed, self.rows = parsed, passages(parsed)
        for at, row in enumerate(self.rows[:MOST]):
            self.fields[f"kind-{at}"] = forms.ChoiceField(
                choices=choices(row), initial=row.kind, label=f"Passage {at + 1} is"
            )
        for at, _ in enumerate(parsed.comments[:MOST]):
            label = f"Comment {at + 1} is no comment"
            self.fields[f"drop-{at}"] = forms.BooleanField(required=False, label=label)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        first, last = typed.get("first") or 1, typed.get("last") or len(self.rows)
        if first > last or last > len(self.rows):
            raise forms.ValidationError(f"There are {len(self.rows)} passages, in this order.")
        return typed

    def kinds(self) -> dict[int, str]:
        """What each passage is now: what was chosen for it, else what the bounds make of it."""
        return {at: self.kind(at, row) for at, row in enumerate(self.rows)}

    def kind(self, at: int, row: Section) -> str:
        typed = self.cleaned_data
        chosen: str = typed.get(f"kind-{at}", row.kind)
        first, last = typed["first"], typed["last"]
        if chosen != row.kind or not (first or last):
            return chosen
        if not (first or 1) <= at + 1 <= (last or len(self.rows)):
            return "residue"
        return "paragraph" if row.kind == "residue" and first and last else row.kind

    def dropped(self) -> set[int]:
        count = min(MOST, len(self.parsed.comments))
        return {at for at in range(count) if self.cleaned_data[f"drop-{at}"]}


class Line(NamedTuple):
    """A passage or a comment as the page shows it: by its beginning, with its field."""

    number: int
    words: str
    kind: str
    field: forms.BoundField


def choices(row: Section) -> list[tuple[str, str]]:
    kinds = dict.fromkeys((row.kind, *CHOICES))
    return [(kind, str(SectionKind(kind).label)) for kind in kinds]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, slug: str) -> HttpResponse:
    document = document_for(request, slug, RIGHT)
    text = newest_rendition(document)
    assert text is not None, "a document begins with its text"
    parsed = parsed_of(text)
    form = CorrectForm(request.POST or None, parsed, initial={"rendition": text.uid})
    if request.method == "POST" and form.is_valid():
        sentence = attempt(request, text, form)
        if not sentence:
            return redirect("admin:archive_document_change", document.pk)
        form.add_error(None, sentence)
    log_view(request, f"rendition:{text.uid}")
    return TemplateResponse(request, "admin/correct.html", shown(request, document, form))


def attempt(request: HttpRequest, text: Rendition, form: CorrectForm) -> str:
    """Correct; the sentence says why not, empty where it is done."""
    by: Any = request.user
    if form.cleaned_data["rendition"] != text.uid:
        return "Meanwhile the document has a newer text: load this page again and look at it."
    try:
        done = correct(
            rendition=text, kinds=form.kinds(), dropped=form.dropped(), by=by,
            reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except Refused as refusal:
        return str(refusal)
    messages.success(
        request,
        f"Text {done.rendition.number} corrects text {text.number}; "
        f"annotations carried over: {done.carried}. Readers see it with the next edition.",
    )
    return ""


def shown(request: HttpRequest, document: Document, form: CorrectForm) -> dict[str, Any]:
    parsed = form.parsed
    return {
        **admin.site.each_context(request),
        "title": f"Correct the sections: {document}",
        "document": document,
        "form": form,
        "lines": [
            Line(at + 1, beginning(parsed.text[row.start : row.end]), row.kind, form[f"kind-{at}"])
            for at, row in enumerate(form.rows[:MOST])
        ],
        "comments": [
            Line(
                at + 1,
                beginning(parsed.text[each.start : each.end]),
                "comment",
                form[f"drop-{at}"],
            )
            for at, each in enumerate(parsed.comments[:MOST])
        ],
        "left_out": max(len(form.rows), len(parsed.comments)) - MOST,
    }
