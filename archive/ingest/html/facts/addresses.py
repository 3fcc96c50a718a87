"""The address of a page, as it gives it itself."""

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

from archive.ingest.html.facts.article_ld import text
from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.page import Page

_META = ("og.url", "twitter.url", "parsely-link", "dc.identifier.uri", "cxenseparse.url")
_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<by>[/_-])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?!\d)"
)


def canonical(page: Page, metas: Metas, described: list[Thing]) -> str | None:
    """The absolute address: the link first, then `meta`, then JSON-LD."""
    links = [node.attributes.get("href") for node in page.all('link[rel~="canonical" i]')]
    things = [text(thing.get("url")) for thing in described]
    said = [*links, *metas.every(_META), *things]
    base = _base(page, said)
    whole = [urljoin(base, each.strip()) if base else each.strip() for each in said if each]
    return next((each for each in whole if _is_absolute(each)), None)


def _base(page: Page, said: list[str | None]) -> str | None:
    node = page.first("base[href]")
    given = [node.attributes.get("href") if node else None, *said]
    return next((each for each in given if each and _is_absolute(each)), None)


def _is_absolute(words: str) -> bool:
    try:
        found = urlsplit(words)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and "." in (found.hostname or "")


def day(url: str | None) -> str | None:
    """The day that the path of an address names, as that of a blog does."""
    for hit in _DAY.finditer(urlsplit(url or "").path):
        try:
            return date(int(hit["year"]), int(hit["month"]), int(hit["day"])).isoformat()
        except ValueError:
            continue
    return None
