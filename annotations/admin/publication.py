"""Publishing: what would be frozen, what blocks it, what it warns of, and the confirmation."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions import publish as action
from annotations.actions.locking import lock
from annotations.actions.reach import composed_of
from annotations.admin.permitted import document_for
from annotations.admin.remembering import remember
from annotations.composing.composition import judgement
from archive.digests import canonical, sha256
from archive.errors import Refused
from archive.models import Document
from archive.reading.vocabulary import CHANGES

RIGHT = "archive.publish_document"


class PublishForm(forms.Form):
    """`seen` is the digest of what the publisher looked at: anything else is shown first."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label="Why this edition",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it: first publication, a correction of …",
    )
    change = forms.ChoiceField(
        label="What it is to readers of the edition before",
        choices=[(str(kind), f"{kind.label}: {CHANGES[kind]}") for kind in action.CHANGES],
        required=False,
        help_text="The corrections log shows it, with the reason. First editions are not listed.",
    )
    accepted = forms.BooleanField(required=False, label="I have read the warnings and publish")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    documents = chosen(request, slug)
    form = PublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sentence = attempt(request, documents, form.cleaned_data)
        if not sentence:
            return redirect("admin:archive_document_change", documents[0].pk)
        form.add_error(None, sentence)
    plan, refusal = planned(documents, request)
    context = {
        **admin.site.each_context(request),
        "title": f"Publish: {documents[0]}",
        "documents": documents,
        "document": documents[0],
        "form": form,
        "plan": plan,
        "alongside": [row for row in plan.payloads if row["kind"] != "document"] if plan else [],
        "refusal": refusal,
        "replaces": any(row["number"] != 1 for row in plan.payloads) if plan else False,
        "seen": digest(plan) if plan else "",
    }
    return TemplateResponse(request, "admin/publish.html", context)


def chosen(request: HttpRequest, slug: str) -> list[Document]:
    """The document of the address, then those that `?with=` names, by slug."""
    first = document_for(request, slug, RIGHT)
    others = Document.objects.filter(slug__in=request.GET.getlist("with")).exclude(pk=first.pk)
    return [first, *others.order_by("slug")]


def planned(documents: list[Document], request: HttpRequest) -> tuple[action.Plan | None, str]:
    """What would be published, or the sentence that says why nothing can be."""
    by: Any = request.user
    try:
        return action.preview(documents=documents, by=by), ""
    except Refused as refusal:
        return None, str(refusal)


def digest(plan: action.Plan) -> str:
    """What would be published and what is said about it, in one word."""
    payloads: list[Any] = [judgement(payload) for payload in plan.payloads]
    return sha256(canonical([payloads, plan.blocks, plan.warnings]))


@transaction.atomic
def attempt(request: HttpRequest, documents: list[Document], typed: dict[str, Any]) -> str:
    """Publish what the publisher saw; the sentence says why not, empty where it is done."""
    by: Any = request.user
    lock(lambda: composed_of(documents))
    plan, refusal = planned(documents, request)
    if plan is None:
        return refusal
    if typed["seen"] != digest(plan):
        return "Something changed since you looked. This is how it would be now: look again."
    try:
        editions = action.publish(
            documents=documents,
            by=by,
            reason=typed["reason"],
            change=typed["change"] or action.CHANGES[0],
            accept_warnings=typed["accepted"],
        )
    except action.Unconfirmed:
        return "There are warnings: read them and tick that you have, or leave it for now."
    except Refused as refused:
        return str(refused)
    remember(by, documents, "Published.")
    messages.success(request, f"Published: {', '.join(map(str, editions))}.")
    return ""
