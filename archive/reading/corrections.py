"""The corrections log: which edition took the place of which, and why. Open editions only."""

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase

from archive.models import Edition, Entry
from archive.reading.addresses import edition_path, web_address
from archive.reading.answers import page, public
from archive.reading.subjects import Slugs, current_slugs
from archive.reading.vocabulary import CHANGES

PER_PAGE = 30


@dataclass(frozen=True)
class Change:
    """A line of the log; `earlier` is empty where the edition before it is closed."""

    edition: Edition
    title: str
    path: str
    earlier: str


@public
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Newest first; `?kind=correction` and so on for one kind of change."""
    kind = request.GET.get("kind", "")
    chosen = kind if kind in CHANGES else ""
    rows = Edition.objects.open().filter(change__in=[chosen] if chosen else CHANGES)
    ordered = rows.defer("payload").order_by("-published_at", "-kind", "slug", "-number")
    found = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "entries": found,
        "changes": changes(list(found)),
        "kinds": CHANGES,
        "kind": chosen,
        "query": request.GET,
        **contact(),
    }
    return page(request, "archive/corrections.html", context)


def changes(editions: list[Edition]) -> list[Change]:
    """The lines for these editions, in two queries."""
    uids = {edition.subject_uid for edition in editions}
    rows = Entry.objects.filter(edition__subject_uid__in=uids).select_related("edition")
    titles = {
        (row.kind, row.edition.subject_uid): row.title
        for row in rows.only("kind", "title", "edition__subject_uid")
    }
    slugs = current_slugs(editions)
    still = set(
        Edition.objects.open()
        .filter(subject_uid__in=uids)
        .values_list("kind", "subject_uid", "number")
    )
    return [line(edition, titles, slugs, still) for edition in editions]


def line(edition: Edition, titles: Slugs, slugs: Slugs, still: set[tuple[str, str, int]]) -> Change:
    key = (edition.kind, edition.subject_uid)
    slug, before = slugs.get(key, edition.slug), edition.number - 1
    return Change(
        edition=edition,
        title=titles.get(key, slug),
        path=edition_path(edition.kind, slug, edition.number),
        earlier=edition_path(edition.kind, slug, before) if (*key, before) in still else "",
    )


def contact() -> dict[str, str]:
    """Where somebody writes to who is concerned: an address of mail, or of a page."""
    written = settings.CONTACT
    address = web_address(written) or (f"mailto:{written}" if "@" in written else "")
    return {"contact": written, "contact_address": address}
