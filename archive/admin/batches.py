"""The page of a batch: it tells how far the run is, and asks for that anew while it runs."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive.actions import batches
from archive.errors import Refused
from archive.models import Batch, BatchState

RIGHT = "archive.ingest_document"
SHOWN = 200


def told(batch: Batch) -> dict[str, Any]:
    """State and counts, as the page and its script show them."""
    is_alive = batches.is_alive(batch)
    state = batch.get_state_display()
    if batch.state == BatchState.RUNNING and not is_alive:
        state = "interrupted"
    counts = batch.counts()
    return {
        "state": state,
        "moving": is_alive or batch.state == BatchState.WAITING,
        **{name: counts.get(name, 0) for name in ("ingested", "duplicate", "failed")},
    }


@never_cache
@require_safe
def progress(request: HttpRequest, uid: str) -> JsonResponse:
    """How far the batch is, as JSON: the page asks for this every few seconds."""
    if not request.user.has_perm("archive.view_batch"):
        raise PermissionDenied
    return JsonResponse(told(get_object_or_404(Batch, uid=uid)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, uid: str) -> HttpResponse:
    """The batch and the items that failed; a POST stops it, tries again or undoes it."""
    right = RIGHT if request.method == "POST" else "archive.view_batch"
    if not request.user.has_perm(right):
        raise PermissionDenied
    found = get_object_or_404(Batch.objects.select_related("created_by"), uid=uid)
    if request.method == "POST":
        act(request, found)
        return redirect("batch", uid)
    context = {
        **admin.site.each_context(request),
        "title": "Batch",
        "batch": found,
        "told": told(found),
        "failed": found.items.failed().order_by("position")[:SHOWN],
        "documents": batches.made_by(found)[:SHOWN],
        "may": request.user.has_perm(RIGHT),
    }
    return TemplateResponse(request, "admin/batch.html", context)


def act(request: HttpRequest, found: Batch) -> None:
    """Do what was asked for, and say what became of it."""
    verb = ACTS.get(request.POST.get("act", ""))
    try:
        if verb is None:
            raise Refused("Choose what is to be done with the batch.")
        messages.success(request, verb(request, found))
    except Refused as refusal:
        messages.error(request, str(refusal))


def stop(request: HttpRequest, found: Batch) -> str:
    batches.stop(found)
    return "The batch ends after the group that it is at."


def again(request: HttpRequest, found: Batch) -> str:
    batches.wait(found, by=request.user)  # type: ignore[arg-type]
    return "The batch waits for `manage.py ingest --waiting`, which takes it up again."


def undo(request: HttpRequest, found: Batch) -> str:
    by: Any = request.user
    taken = batches.undo(found, by=by, reason=request.POST.get("reason", ""))
    return f"Taken out: {len(taken)} documents. Nothing is deleted."


ACTS: dict[str, Callable[[HttpRequest, Batch], str]] = {"stop": stop, "again": again, "undo": undo}
