"""Merging claims and splitting them, from the page of a claim."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions.merging import merge_claims, tied, unmerge_claim
from annotations.actions.splitting import split_claim
from annotations.admin.permitted import permit
from annotations.models import Annotation, Claim, ClaimState, Evidence
from archive.errors import Refused
from archive.models import Conflict

RIGHT = "annotations.change_claim"
METHODS = ["GET", "HEAD", "POST"]
Act = Callable[[Claim, dict[str, Any]], Claim]


class ReasonForm(forms.Form):
    """`version` is that of the claim which the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Why", max_length=300)


class MergeForm(ReasonForm):
    into = forms.ModelChoiceField(
        Claim.objects.filter(state=ClaimState.ACTIVE),
        widget=AutocompleteSelect(Claim._meta.get_field("merged_into"), admin.site),
        label="The claim that takes over its words and its evidence",
        help_text="Type words of it.",
    )
    field_order = ["into", "reason"]


class SplitForm(ReasonForm):
    statement = forms.CharField(
        label="Statement of the new claim", widget=forms.Textarea({"rows": 3})
    )
    slug = forms.SlugField(
        max_length=80, required=False, help_text="Public and for ever. Empty: from the statement."
    )
    spans = forms.ModelMultipleChoiceField(
        Annotation.objects.none(),
        label="Words that make it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        label="Evidence that bears on it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["statement", "slug", "spans", "evidence", "reason"]

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spans, evidence = tied(claim)
        choices: Any = self.fields["spans"], self.fields["evidence"]
        choices[0].queryset = Annotation.objects.filter(pk__in=[row.pk for row in spans])
        choices[0].queryset = choices[0].queryset.select_related("rendition__capture__document")
        choices[0].label_from_instance = told
        choices[1].queryset = Evidence.objects.filter(pk__in=[row.pk for row in evidence])
        choices[1].label_from_instance = lambda row: f"{row.relation}: {row.work or row.note}"[:160]


def told(mark: Annotation) -> str:
    """Which mark, without its words: they may be readers' comments."""
    document = mark.rendition.capture.document.title
    return f"{document}, characters {mark.start} to {mark.end}: {mark.get_stance_display()}"


@never_cache
@require_http_methods(METHODS)
def merging(request: HttpRequest, slug: str) -> HttpResponse:
    claim = load(request, slug)
    form = MergeForm(request.POST or None, initial={"version": claim.version})

    def act(claim: Claim, typed: dict[str, Any]) -> Claim:
        return merge_claims(claim=claim, **verb(request, typed))

    said = "It stays with its history and leads to the claim that you choose, which gets its "
    said += "words and evidence. What was judged stays with this one, and it can be undone."
    return answer(request, claim, form, act, title="Merge into another", said=said)


@never_cache
@require_http_methods(METHODS)
def unmerging(request: HttpRequest, slug: str) -> HttpResponse:
    claim = load(request, slug)
    form = ReasonForm(request.POST or None, initial={"version": claim.version})

    def act(claim: Claim, typed: dict[str, Any]) -> Claim:
        return unmerge_claim(claim=claim, **verb(request, typed))

    said = "It stands by itself again, with the words and evidence that it brought along."
    return answer(request, claim, form, act, title="Undo the merger", said=said)


@never_cache
@require_http_methods(METHODS)
def splitting(request: HttpRequest, slug: str) -> HttpResponse:
    claim = load(request, slug)
    form = SplitForm(request.POST or None, claim=claim, initial={"version": claim.version})

    def act(claim: Claim, typed: dict[str, Any]) -> Claim:
        return split_claim(claim=claim, kind=claim.kind, **verb(request, typed))

    said = "What you choose goes to a new claim; the rest, and what was judged, stays here."
    return answer(request, claim, form, act, title="Split in two", said=said)


def load(request: HttpRequest, slug: str) -> Claim:
    permit(request, RIGHT)
    return get_object_or_404(Claim, slug=slug)


def verb(request: HttpRequest, typed: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in typed.items() if name != "version"}
    return {"by": request.user, "expected": typed["version"], **rest}


def answer(
    request: HttpRequest, claim: Claim, form: Any, act: Act, *, title: str, said: str
) -> HttpResponse:
    """The form, or the page of the claim that came of it; a refusal is a sentence in the form."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act(claim, form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, f"{conflict} Load this page again.")
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{title}: done.")
            return redirect("admin:annotations_claim_change", made.pk)
    context = {"title": f"{title}: {claim}", "claim": claim, "form": form}
    context |= {"said": said, "here": title}
    return TemplateResponse(
        request, "admin/part.html", {**admin.site.each_context(request), **context}
    )
