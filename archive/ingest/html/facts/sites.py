"""What the site of a page is called: by itself, and by its address."""

import re
from urllib.parse import urlsplit

from archive.ingest.html.facts.article_ld import headline, kinds, text
from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.metas import Metas

_NAMED = (
    "og.site_name", "application-name", "al.ios.app_name", "apple-mobile-web-app-title",
    "dc.publisher", "dcterms.publisher", "citation_publisher", "cxenseparse.sitename", "publisher",
)  # fmt: skip
_MAKERS = ("website", "organization", "newsmediaorganization")


def site_name(metas: Metas, things: list[Thing]) -> str | None:
    """What the page says its site is called."""
    said = [metas.first(("og.site_name",)), *_of_makers(things), metas.first(_NAMED[1:4])]
    return next((name for name in said if name and "://" not in name), None)


def site_names(metas: Metas, things: list[Thing], url: str | None) -> list[str]:
    """Everything that may stand for the site in a title."""
    return [*metas.every(_NAMED), *_of_makers(things), *_of_address(url)]


def _of_makers(things: list[Thing]) -> list[str]:
    """The name of a site that a thing is, or the publisher of an article."""
    own = [headline(thing) for thing in things if set(_MAKERS) & set(kinds(thing))]
    published = [text(thing.get("publisher")) for thing in things if "publisher" in thing]
    return [name for name in [*own, *published] if name]


def _of_address(url: str | None) -> list[str]:
    """`www.news.example.org` is also `news.example.org`, `example.org` and `example`."""
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", urlsplit(url or "").hostname or "")
    levels = host.split(".")
    tails = [".".join(levels[at:]) for at in range(max(len(levels) - 1, 0))]
    return [*tails, *(tail.split(".")[0] for tail in tails if len(tail.split(".")[0]) > 2)]
