"""Which of the things that JSON-LD describes is the page's article, and what is said of it."""

from collections.abc import Iterable
from typing import Any

from archive.ingest.html.facts.json_ld import Thing
from archive.ingest.html.facts.likeness import likeness
from archive.ingest.html.facts.metas import tidy

_PAGES = frozenset(("webpage", "itempage", "qapage", "aboutpage", "medicalwebpage", "faqpage"))
_ARTICLES = frozenset(
    (
        "report",
        "review",
        "recipe",
        "question",
        "blogpost",
        "howto",
        "creativework",
        "podcastepisode",
    )
)
_ENDINGS = ("article", "posting")


def kinds(thing: Thing) -> list[str]:
    """Its types in lower case, without the address of the vocabulary."""
    said = thing.get("@type") or []
    return [str(each).rsplit("/", 1)[-1].lower() for each in _listed(said)]


def described(things: list[Thing], titles: list[str]) -> list[Thing]:
    """The page's article and then the page itself, as far as they are described.

    Of several articles it is the one with one of the titles: the others are listed on the page.
    """
    articles = [thing for thing in things if _is_article(thing)]
    pages = [thing for thing in things if _PAGES.intersection(kinds(thing))]
    return [*_chosen(articles, titles), *pages]


def _is_article(thing: Thing) -> bool:
    said = kinds(thing)
    if any(kind.endswith(_ENDINGS) or kind in _ARTICLES for kind in said):
        return True
    return not said and "headline" in thing


def _chosen(articles: list[Thing], titles: list[str]) -> list[Thing]:
    named = [thing for thing in articles if (title := headline(thing)) and _fits(title, titles)]
    if named:
        return named
    return articles if len({headline(thing) for thing in articles}) < 3 else []


def _fits(title: str, titles: list[str]) -> bool:
    return any(likeness(title, each) > 0.7 or title in each for each in titles)


def headline(thing: Thing) -> str | None:
    return text(thing.get("headline")) or text(thing.get("name"))


def text(value: Any) -> str | None:
    """The words of a value: the first of a list, the name of a thing."""
    for each in _listed(value):
        each = each.get("name") or each.get("@value") if isinstance(each, dict) else each
        if isinstance(each, list):
            each = each[0] if each else None
        if isinstance(each, str | int) and (words := tidy(str(each))):
            return words
    return None


def names(value: Any, things: Iterable[Thing], organisations: bool) -> list[str]:
    """The names of authors, given as words, things, lists or references to things."""
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    found: list[str] = []
    for each in _listed(value):
        each = known.get(each.get("@id"), each) if isinstance(each, dict) else each
        is_organisation = isinstance(each, dict) and any("organi" in kind for kind in kinds(each))
        if is_organisation == organisations:
            found += [words for name in _names(each) if (words := tidy(name))]
    return found


def _names(value: Any) -> list[str]:
    said = value.get("name") if isinstance(value, dict) else value
    if isinstance(said, dict):
        said = said.get("name") or said.get("@value")
    return [each for each in _listed(said) if isinstance(each, str)]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
