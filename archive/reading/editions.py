"""The pages of what was published: newest edition, each edition, its payload, all of them."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase

from archive.models import Edition
from archive.reading.addresses import absolute
from archive.reading.answers import page, public, respond
from archive.reading.citation import cite
from archive.reading.faces import face
from archive.reading.relations import link_header
from archive.reading.subjects import Subject, closing, find


@public
def newest(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """The newest open edition, under the address that never changes."""
    subject = find(kind, slug)
    return show(request, subject, subject.newest, latest=True)


@public
def edition(request: HttpRequest, kind: str, slug: str, number: int) -> HttpResponseBase:
    """One edition, frozen: it never says what came after it, a Link header does."""
    subject = find(kind, slug)
    return show(request, subject, subject.edition(number), latest=False)


@public
def rules(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """The moderation rules in force; an archive that has published none says so."""
    return page_or(request, kind, slug, "archive/no_rules.html")


@public
def scales(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """The verdict scales in force; an archive that has published none says so."""
    return page_or(request, kind, slug, "archive/no_scales.html")


def page_or(request: HttpRequest, kind: str, slug: str, otherwise: str) -> HttpResponseBase:
    try:
        subject = find(kind, slug)
    except Http404:
        return page(request, otherwise, {})
    return show(request, subject, subject.newest, latest=True)


def show(
    request: HttpRequest, subject: Subject, edition: Edition, *, latest: bool
) -> HttpResponseBase:
    payload = edition.content
    template, context = face(payload)
    licence = payload.get("provenance", {}).get("licence_url", "")
    headers = {"Link": link_header(subject, edition, licence)}
    context |= {"latest": latest, **publication(subject, edition, payload)}
    return page(request, template, context, edition=edition, headers=headers)


def publication(subject: Subject, edition: Edition, payload: dict[str, Any]) -> dict[str, Any]:
    """Where the edition stands, its digest, and how it is cited."""
    path = subject.edition_path(edition)
    address = absolute(path)
    citation = cite(payload, site=settings.SITE_NAME, address=address, sha256=edition.sha256)
    return {"edition": edition, "subject": subject, "edition_path": path, "citation": citation}


@public
def payload(request: HttpRequest, kind: str, slug: str, number: int) -> HttpResponseBase:
    """The canonical bytes that the digest is taken of, exactly."""
    found = find(kind, slug).edition(number)
    body = found.payload.encode()
    return respond(request, body, content_type="application/json", edition=found)


@public
def versions(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """All editions of a subject, the closed ones as what they are."""
    subject = find(kind, slug)
    rows = [
        {"edition": row, "path": subject.edition_path(row), "withdrawal": closing(row)}
        for row in subject.editions
    ]
    context = {"subject": subject, "title": subject.newest.content["title"], "rows": rows}
    return page(request, "archive/versions.html", context)


@public
def provenance(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Where a document came from, as its newest edition says it."""
    subject = find(kind, slug)
    found = subject.newest
    payload = found.content
    context = {"payload": payload, **publication(subject, found, payload)}
    return page(request, "archive/provenance.html", context, edition=found)
