"""Bringing a document in through the admin: offer, look at what was recognised, confirm."""

from itertools import islice
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from annotations.admin.ingest_forms import OfferForm
from annotations.admin.permitted import permit
from annotations.admin.sheets import Sheet, bring_in, sheets
from annotations.admin.staging import Batch, Offered, stage
from archive.errors import Refused
from archive.models import Conflict

RIGHT = "archive.ingest_document"
SESSION_KEY = "staged"
MOST = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """Step 1: files or a pasted text, and what is known of them."""
    permit(request, RIGHT)
    form = OfferForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        batch = staged(request, form.cleaned_data)
        problems = unusable(batch)
        if not problems:
            return redirect("ingest_review", batch.token)
        form.add_error(None, problems)
    return page(request, "ingest", "Bring a document in", form=form)


def staged(request: HttpRequest, typed: dict[str, Any]) -> Batch:
    """The offer, written down for this session alone."""
    files = [Offered(file.name, file.read()) for file in typed["uploads"]]
    method = "upload" if files else "paste"
    if typed["text"].strip():
        # Browsers send a line break as CR LF, whatever it was in what was pasted.
        pasted = typed["text"].replace("\r\n", "\n")
        files.append(Offered("pasted text", pasted.encode()))
    moment = typed["captured_at"]
    batch = stage(
        files,
        format=typed["format"],
        method=method,
        title=typed["title"],
        url=typed["url"],
        source=typed["source"].slug if typed["source"] else "",
        captured_at=moment.isoformat() if moment else None,
    )
    request.session[SESSION_KEY] = [*request.session.get(SESSION_KEY, [])[-19:], batch.token]
    return batch


def unusable(batch: Batch) -> list[str]:
    """Why there is nothing to confirm, a sentence a file; empty if anything was read."""
    items = list(islice(batch.items(), MOST + 1))
    if len(items) > MOST:
        return [f"More than {MOST} documents at once: use the command `ingest`."]
    if any(item.parsed for item in items):
        return []
    return [f"{item.path}: {item.reason}" for item in items]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, token: str) -> HttpResponse:
    """Step 2: what was recognised, to be corrected and confirmed; afterwards what became of it."""
    permit(request, RIGHT)
    batch = Batch(token)
    known = token in request.session.get(SESSION_KEY, [])
    state = batch.state if known else ""
    if state == "waiting":
        return confirm(request, batch)
    if state:
        results = batch.content().get("results")
        return page(request, "ingest_done", "Brought in", results=results)
    messages.error(request, "This upload is not here any more: offer it again.")
    return redirect("ingest")


def confirm(request: HttpRequest, batch: Batch) -> HttpResponse:
    found = sheets(batch, request.POST if request.method == "POST" else None)
    if request.method == "POST" and all(sheet.is_ready() for sheet in found):
        if not any(sheet.wanted for sheet in found):
            messages.warning(request, "Nothing is ticked: nothing was brought in.")
        elif write(request, batch, found):
            return HttpResponseRedirect(request.path)
    return page(request, "ingest_review", "Is this right?", sheets=found)


def write(request: HttpRequest, batch: Batch, found: list[Sheet]) -> bool:
    """Bring it all in or nothing. True where it is done, also by the same click's twin."""
    if not batch.take():
        return True
    by: Any = request.user
    try:
        results = bring_in(found, by=by, method=batch.content()["method"])
    except (Refused, Conflict) as refusal:
        batch.give_back()
        messages.error(request, str(refusal))
        return False
    except BaseException:
        batch.give_back()
        raise
    batch.finish(results)
    return True


def page(request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    context |= {**admin.site.each_context(request), "title": title}
    return TemplateResponse(request, f"admin/{template}.html", context)
