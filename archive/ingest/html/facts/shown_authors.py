"""The line at the headline that says by whom the article is."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.places import Places
from archive.ingest.html.page import Page

_SELECTORS = (
    (
        '[itemprop~="author"] [itemprop~="name"], [rel~="author"], [itemprop~="author"], '
        ".author .fn, .vcard .fn, .p-author"
    ),
    (
        '[class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], '
        '[id*="author" i], [id*="autor" i], .writer, .posted-by, .postedby, [class*="verfasser" i]'
    ),
)
_NAME = r"(?:[^\W\d_a-zß-ÿа-яё][\w.'’-]+[^\S\n]+){1,3}[^\W\d_a-zß-ÿа-яё][\w'’-]+"
_LABELLED = re.compile(
    rf"(?:^|[\n|•·,]\s*|\s)(?:by|von|par|por|di|author:?|autor(?:in)?:?|auteur\s?:|text:|texte\s?:|texto:|"
    rf"tekst:|testo:|автор:?|текст:)\s+(?-i:(?P<names>{_NAME}"
    rf"(?:(?:\s*,\s*|\s+(?:and|und|et|y|e|i|и|&)\s+){_NAME})*))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^(?:author|autor(?:in|en)?|auteur|text|texte|texto|tekst|verfasser(?:in)?|автор)\s?:?\s+"
    rf"(?-i:(?P<names>{_NAME}))[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_POSTED = re.compile(
    r"\b(?:posted|written|published|geschrieben|eingestellt|verfasst|veröffentlicht|gepostet)\s+(?:by|von)"
    rf"\s+(?-i:(?P<names>{_NAME}|[^\W\d_][\w.-]+))",
    re.IGNORECASE,
)
_NEAR, _BEFORE, _FAR, _MOST = 600, 250, 6000, 30


def shown_authors(page: Page, title: Node | None, around: Places) -> Iterator[list[str]]:
    """Words that may name authors: elements marked so, then words after "By", nearest first."""
    place = page.range(title) or (0, 0)
    for selector in _SELECTORS:
        found = [(_away(where, place), node, where) for node, where in _short(page, selector)]
        near = [each for each in found if each[0] < _FAR and not around.hold(each[2])]
        for away, node, _ in sorted(near, key=lambda each: each[0])[:_MOST]:
            fellows = [page.words(other) for at, other, _ in near if away <= at < away + 120]
            yield fellows if node.attributes.get("rel") else [page.words(node)]
    yield from _labelled(page.text, place, around)


def _short(page: Page, selector: str) -> Iterator[tuple[Node, tuple[int, int]]]:
    for node in page.all(selector):
        where = page.range(node)
        if where and where[1] - where[0] < 160:
            yield node, where


def _away(where: tuple[int, int], title: tuple[int, int]) -> int:
    if where[0] >= title[1]:
        return where[0] - title[1]
    return 2 * (title[0] - where[1]) + 50 if where[1] <= title[0] else 0


def _labelled(text: str, title: tuple[int, int], around: Places) -> Iterator[list[str]]:
    """Only in a short line near the headline, or where the line says that it tells the author: in
    prose the word before a name means anything."""
    start, end = max(0, title[0] - _BEFORE), title[1] + _NEAR
    hits = [hit for hit in _LABELLED.finditer(text, start, end) if _is_line(text, hit)]
    hits.sort(key=lambda hit: hit.start() < title[1])
    posted = (hit for hit in _POSTED.finditer(text, title[1]) if _is_line(text, hit))
    for hit in [*hits, *_ALONE.finditer(text, title[1]), *posted]:
        if not around.hold(hit.span("names")):
            yield [hit["names"]]


def _is_line(text: str, hit: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, hit.start("names")) + 1
    end = text.find("\n", hit.end())
    return (end if end >= 0 else len(text)) - start < 140
