"""What is said where something was withdrawn: 410, never stored, never 304."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from archive.models import Edition, Withdrawal
from archive.reading.addresses import edition_path
from archive.reading.subjects import closing


def tombstone(slug: str, editions: list[Edition]) -> HttpResponse:
    """The answer for closed editions, newest first; for none, that of a withheld address."""
    body = render_to_string("archive/tombstone.html", context(slug, editions))
    return HttpResponse(body, status=410, headers={"Cache-Control": "no-store"})


def context(slug: str, editions: list[Edition]) -> dict[str, Any]:
    if not editions:
        return {"graves": []}
    newest = editions[0]
    withdrawal = closing(newest)
    payload = newest.content
    return {
        "graves": [grave(slug, edition) for edition in editions],
        "kind": newest.kind,
        "slug": slug,
        "title": payload["title"] if withdrawal and withdrawal.show_title else "",
        "original_sha256": payload.get("provenance", {}).get("original_sha256", ""),
    }


def grave(slug: str, edition: Edition) -> dict[str, Any]:
    withdrawal = closing(edition)
    return {
        "edition": edition,
        "withdrawal": withdrawal,
        "replacement": replacement(slug, withdrawal) if withdrawal else "",
    }


def replacement(slug: str, withdrawal: Withdrawal) -> str:
    """The address of the edition that took its place, if that one is open."""
    heir = withdrawal.replaced_by
    if heir is None or closing(heir):
        return ""
    same = heir.subject_uid == withdrawal.edition.subject_uid
    return edition_path(heir.kind, slug if same else heir.slug, heir.number)
