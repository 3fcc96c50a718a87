"""The front page, drawn from entries only."""

from typing import Any

from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponseBase

from archive.models import Entry
from archive.reading.answers import page, public

DOCUMENTS = 6
CLAIMS = 4


@public
def front(request: HttpRequest) -> HttpResponseBase:
    """What the archive is, what it holds, what came last."""
    entries = Entry.objects.defer("text").order_by("-published_at", "title", "slug")
    context = {
        "documents": entries.of_kind("document")[:DOCUMENTS],
        "claims": entries.of_kind("claim").exclude(verdict="")[:CLAIMS],
        "counts": counts(),
    }
    return page(request, "archive/front.html", context)


def counts() -> dict[str, Any]:
    return Entry.objects.aggregate(
        documents=Count("pk", filter=Q(kind="document")),
        claims=Count("pk", filter=Q(kind="claim")),
        assessed=Count("pk", filter=Q(kind="claim") & ~Q(verdict="")),
        sources=Count("pk", filter=Q(kind="source")),
        comments=Sum("comments", default=0),
        withheld=Sum("comments_withheld", default=0),
    )
