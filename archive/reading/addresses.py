"""Public addresses. Absolute ones start with the site's own setting, never with the Host header."""

from urllib.parse import urlsplit

from django.conf import settings

from archive.models import PATHS, EditionKind
from archive.payloads import Place


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def subject_path(kind: str, slug: str) -> str:
    return PATHS[EditionKind(kind)].format(slug=slug)


def edition_path(kind: str, slug: str, number: int) -> str:
    return f"{subject_path(kind, slug)}editions/{number}/"


def place_path(place: Place, fragment: str = "") -> str:
    """Where quoted words stand: their passage in the edition that shows them."""
    fragment = fragment or (f"p{place['passage']}" if place["passage"] else "comments")
    return f"{edition_path('document', place['document'], place['edition'])}#{fragment}"


def web_address(value: str) -> str:
    """The address if it leads to the web, else "": what people typed may be anything."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    return value if parts.scheme in ("http", "https") and parts.netloc else ""
