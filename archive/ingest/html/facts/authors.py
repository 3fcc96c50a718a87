"""Who wrote the article."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.article_ld import names
from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.likeness import folded
from archive.ingest.html.facts.metas import Metas
from archive.ingest.html.facts.names import distinct, organisation, persons
from archive.ingest.html.facts.places import Places
from archive.ingest.html.facts.shown_authors import shown_authors
from archive.ingest.html.page import Page

_SURE = (
    "article.author", "author", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "dc.contributor.author", "cxenseparse.author", "article.author_name",
    "og.article.author", "vr.author", "authors", "dc.author", "article_author", "creator",
    "og.author", "rbauthors", "twitter.data1", "citation_authors",
)  # fmt: skip
_KEYS = ("author", "creator", "contributor")


def authors(
    page: Page,
    metas: Metas,
    things: list[Thing],
    described: list[Thing],
    sites: list[str],
    title: Node | None,
    around: Places,
) -> list[str]:
    """The persons of the source trusted most that names any; organisations where none does."""
    known = {_key(words) for site in sites for words in (site, organisation(site)) if words}
    machine = [*_of_things(described, things, False), *_of_metas(metas)]
    shown = list(shown_authors(page, title, around))
    for said in [*machine, *shown]:
        found = [name for words in said for name in persons(words)]
        found = [name for name in found if _key(name) not in known]
        if found:
            return distinct(found)
    groups = [*_of_things(described, things, True), *machine, *shown]
    named = [name for said in groups for words in said if (name := organisation(words))]
    return distinct(named)[:1]


def _key(name: str) -> str:
    return folded(name).replace(" ", "")


def _of_things(described: list[Thing], things: list[Thing], groups: bool) -> Iterator[list[str]]:
    for thing in described:
        for key in _KEYS:
            yield names(thing.get(key), things, organisations=groups)


def _of_metas(metas: Metas) -> Iterator[list[str]]:
    """Scholarly pages name each author in an element of its own."""
    yield metas.every(("citation_author", "bepress_citation_author"))
    for name in _SURE:
        if (
            name != "twitter.data1"
            or "written" in " ".join(metas.every(["twitter.label1"])).lower()
        ):
            yield [words for words in metas.every([name]) if "://" not in words]
