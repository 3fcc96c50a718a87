"""Withdrawing: what would close, what would be published anew without it, and the confirmation."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.actions import withdraw as action
from annotations.actions.closing import showing
from annotations.admin.permitted import document_for
from annotations.admin.remembering import remember
from archive.errors import Refused
from archive.models import Document, Edition, EditionKind

RIGHT = "archive.withdraw_document"


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see it where the page was. It must not repeat the document's words.",
    )
    show_title = forms.BooleanField(
        required=False, label="Name the document's title on the page that says it was withdrawn"
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    document = document_for(request, slug, RIGHT)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sentence = attempt(request, document, form.cleaned_data)
        if not sentence:
            return redirect("admin:archive_document_change", document.pk)
        form.add_error(None, sentence)
    own, others = affected(document)
    context = {
        **admin.site.each_context(request),
        "title": f"Withdraw: {document}",
        "document": document,
        "form": form,
        "own": own,
        "others": others,
    }
    return TemplateResponse(request, "admin/withdraw.html", context)


def attempt(request: HttpRequest, document: Document, typed: dict[str, Any]) -> str:
    """Withdraw; the sentence says why not, empty where it is done."""
    by: Any = request.user
    try:
        done = action.withdraw(document=document, by=by, **typed)
    except Refused as refusal:
        return str(refusal)
    remember(by, [document], "Withdrawn.")
    anew = f" Published anew without it: {len(done.replaced)}." if done.replaced else ""
    messages.success(request, f"Withdrawn: {', '.join(map(str, done.closed))}.{anew}")
    return ""


def affected(document: Document) -> tuple[list[Edition], list[Edition]]:
    """The document's open editions, and those of others that show its words."""
    own = Edition.objects.open().filter(kind=EditionKind.DOCUMENT, subject_uid=document.uid)
    quoting = showing(action.everything(document))
    others = [edition for edition in quoting if edition.subject_uid != document.uid]
    return list(own.order_by("number")), others
