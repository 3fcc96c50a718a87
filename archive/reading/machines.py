"""What machines ask for: sitemap, robots, search description, health."""

from datetime import datetime
from math import ceil
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse

from archive.models import Edition, Entry
from archive.reading.addresses import absolute
from archive.reading.answers import public, respond

# The protocol allows 50,000 addresses a file.
PER_SITEMAP = 40_000
FIXED = ("front", "documents", "claims", "sources", "about", "verify", "corrections")

Location = tuple[str, datetime | None]


@public
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Every open page; a large archive's sitemap is an index of parts, `?page=1` and so on."""
    found = locations()
    pages = range(1, ceil(len(found) / PER_SITEMAP) + 1)
    asked = request.GET.get("page", "")
    if asked and asked not in map(str, pages):
        raise Http404
    if len(pages) > 1 and not asked:
        return xml(request, "archive/sitemap_index.xml", {"pages": pages})
    start = (int(asked or 1) - 1) * PER_SITEMAP
    return xml(request, "archive/sitemap.xml", {"locations": found[start : start + PER_SITEMAP]})


def locations() -> list[Location]:
    entries = Entry.objects.only("kind", "slug", "published_at").order_by("kind", "slug")
    editions = Edition.objects.open().only("kind", "slug", "number", "published_at")
    fixed: list[Location] = [(absolute(reverse(f"reading:{name}")), None) for name in FIXED]
    rows = (*entries, *editions.order_by("kind", "slug", "number"))
    return fixed + [(absolute(row.get_absolute_url()), row.published_at) for row in rows]


def xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponseBase:
    return respond(request, render_to_string(template, context), content_type="application/xml")


@public
def robots(request: HttpRequest) -> HttpResponseBase:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Allow: /", ""]
    body = "\n".join([*lines, f"Sitemap: {absolute('/sitemap.xml')}", ""])
    return respond(request, body, content_type="text/plain; charset=utf-8")


@public
def opensearch(request: HttpRequest) -> HttpResponseBase:
    body = render_to_string("archive/opensearch.xml", {"site_name": settings.SITE_NAME})
    return respond(request, body, content_type="application/opensearchdescription+xml")


@public
def healthz(request: HttpRequest) -> HttpResponseBase:
    """200 where pages can be served, 503 where the database does not answer."""
    try:
        Entry.objects.exists()
    except DatabaseError:
        body, status = "the database does not answer\n", 503
    else:
        body, status = "ok\n", 200
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(body, status=status, content_type="text/plain", headers=headers)
