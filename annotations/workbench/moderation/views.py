"""The pages to look at: the queue, and one document's comment section."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.models import Case, CaseState
from annotations.moderation import queue
from annotations.moderation.policy import Verb, may
from annotations.workbench.frame import person, surroundings
from annotations.workbench.moderation.access import for_staff, wants_fragment
from annotations.workbench.moderation.cards import Card
from annotations.workbench.moderation.filters import CaseFilter
from annotations.workbench.moderation.forms import FlagForm
from annotations.workbench.moderation.section import Thread, card_of
from archive.admin.operations import log_view
from archive.models import Document

PER_PAGE = 50


@require_safe
@for_staff
def desk(request: HttpRequest) -> HttpResponse:
    """The queue: sections with their progress, then the cases that the filter leaves."""
    found = CaseFilter(request.GET, queryset=queue.current(), request=request)
    rows = found.qs.select_related("document", "comment")
    rows = rows.prefetch_related("decisions__rule", "flags")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = surroundings(
        request,
        title="Moderation desk",
        filter=found,
        page=page,
        cards=[Card(case, person(request), "") for case in page],
        sections=queue.sections(),
        narrowed=any(value for name, value in request.GET.items() if name != "page"),
    )
    return render(request, "annotations/moderation/queue.html", context)


@require_safe
@for_staff
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A document's comments in their thread; the case `?case=` is open for judging."""
    document = get_object_or_404(Document, slug=slug)
    thread = Thread(document, person(request))
    return show(request, document, thread, chosen(request, thread))


def show(
    request: HttpRequest,
    document: Document,
    thread: Thread,
    current: Card | None,
    status: int = 200,
) -> HttpResponse:
    """The section page with one case open for judging."""
    if thread.rendition:
        log_view(request, f"rendition:{thread.rendition.uid}")
    if current:
        current.make_current()
    context = surroundings(
        request,
        title=document.title,
        document=document,
        thread=thread,
        current=current,
        flag_form=FlagForm(auto_id=False),
        progress=queue.progress(document),
        reveal=request.GET.get("reveal") == "all",
        why_not_decide=may(person(request), Verb.DECIDE),
        why_not_flag=may(person(request), Verb.FLAG),
    )
    return render(request, "annotations/moderation/section.html", context, status=status)


def chosen(request: HttpRequest, thread: Thread) -> Card | None:
    """The case that the address names, else the first one that is left to do."""
    left = (card for card in thread.ordered() if card.case.state != CaseState.DECIDED)
    return thread.find(request.GET.get("case", "")) or next(left, None)


@require_safe
@for_staff
def case(request: HttpRequest, uid: str) -> HttpResponse:
    """One case open for judging: by itself for the desk's script, else in its section."""
    row = get_object_or_404(queue.current().select_related("document"), uid=uid)
    if not wants_fragment(request):
        return redirect(address(row))
    card = card_of(row, person(request))
    card.make_current()
    log_view(request, f"rendition:{card.case.comment.rendition.uid}")
    return fragment(request, card)


def fragment(request: HttpRequest, card: Card, status: int = 200, **said: Any) -> HttpResponse:
    """A card alone, with the section's progress beside it."""
    context = {
        "card": card,
        "document": card.case.document,
        "flag_form": FlagForm(auto_id=False),
        "progress": queue.progress(card.case.document),
    }
    page = "annotations/moderation/fragment.html"
    return render(request, page, context | said, status=status)


def address(row: Case, *, reveal: bool = False) -> str:
    """Where a case stands in its section."""
    section = reverse("moderation:section", args=[row.document.slug])
    return f"{section}?case={row.uid}{'&reveal=all' * reveal}#case-{row.uid}"
