"""What a page says its title is, besides showing it."""

import re
from collections.abc import Iterable

from archive.ingest.html.facts.article_ld import headline
from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.metas import Metas, tidy
from archive.ingest.html.facts.title_parts import shortened, without_site
from archive.ingest.html.page import Page

_META = (
    "og.title", "twitter.title", "citation_title", "dc.title", "dcterms.title", "headline", "title",
    "parsely-title", "sailthru.title", "cxenseparse.title", "article.title", "hdl",
)  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}").fullmatch
_LONGEST, _MOST = 300, 20


def raw_titles(page: Page, metas: Metas) -> list[str]:
    """As written, with the name of the site and all."""
    return _distinct([*metas.every(_META[:4]), *_elements(page)])


def hints(page: Page, metas: Metas, described: list[Thing], sites: list[str]) -> list[str]:
    """In the order of trust, without the name of the site."""
    named = [headline(thing) or "" for thing in described]
    said = [*named, *metas.every(_META)]
    whole = [without_site(words, sites) for words in _distinct(said)]
    cut = [without_site(words, sites) for words in _distinct(_elements(page))]
    short = [shortened(words) if words in _elements(page) else words for words in cut]
    found = [words for words in [*whole, *short] if words not in sites]
    return _distinct(words for words in found if not _SLUG(words))


def _elements(page: Page) -> list[str]:
    """The first `title` of the head; drawings in the page have titles too.

    What a server writes before the head, such as an error message, moves all of it into the body.
    """
    found = page.all("head title") or page.all("title:not(svg title)")
    return [words for node in found[:1] if (words := tidy(node.text(deep=True)))]


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(each for each in words if 0 < len(each) <= _LONGEST))[:_MOST]
