"""What the archive is, and how to check what it says."""

from django.http import HttpRequest, HttpResponseBase

from archive.models import Entry
from archive.reading.addresses import absolute
from archive.reading.answers import page, public
from archive.reading.corrections import contact
from archive.reading.vocabulary import CREDIBILITY, INDEPENDENCE, RELIABILITY, STRENGTHS


@public
def about(request: HttpRequest) -> HttpResponseBase:
    context = {
        "reliability": RELIABILITY.items(),
        "credibility": CREDIBILITY.items(),
        "strengths": STRENGTHS.items(),
        "independence": INDEPENDENCE.items(),
        **contact(),
    }
    return page(request, "archive/about.html", context)


@public
def verify(request: HttpRequest) -> HttpResponseBase:
    """How to check a digest, with a command that works for the newest document."""
    newest = Entry.objects.of_kind("document").order_by("-published_at", "slug")
    entry = newest.defer("text").select_related("edition").first()
    address = entry and absolute(f"{entry.edition.get_absolute_url()}payload.json")
    return page(request, "archive/verify.html", {"entry": entry, "address": address})
