"""The title of the article: as the page shows it, known by what the page says it is."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.likeness import folded, likeness
from archive.ingest.html.facts.metas import tidy
from archive.ingest.html.facts.surroundings import ancestors
from archive.ingest.html.facts.title_parts import parts
from archive.ingest.html.page import Page

_HEADINGS = (
    'h1, [itemprop~="headline" i], .entry-title, .post-title, .article-title, .headline, '
    'h2, h3, h4, [class*="title" i], [class*="headline" i], [class*="titel" i], [class*="titre" i]'
)
_LOGO = re.compile(r"logo|site-?(?:title|name)|blog-?(?:title|name)|brand|masthead|sitename", re.I)
_LONGEST = 300


class Headline(NamedTuple):
    """The words, and the element that shows them if the page does."""

    words: str | None
    node: Node | None


def headline(page: Page, hints: list[str], sites: list[str]) -> Headline:
    """The heading most like what the page says its title is, or else that saying itself.

    A heading wins over its own description: that is often written for search engines. A first-level
    heading that is like none of the hints is taken only where it is the only one and nothing else
    shows a hint.
    """
    known = {folded(site) for site in sites} | {""}
    shown = [node for node in page.all(_HEADINGS) if _may_be(page, node, known)]
    best = max(shown, key=lambda node: _merit(page, node, hints), default=None)
    if best and _merit(page, best, hints) >= 0.7:
        inner = _inner(page, best, hints)
        return Headline(_spelt(page, inner, hints), inner)
    if found := _line(page, hints):
        return found
    return _unlike(page, shown, hints)


def _may_be(page: Page, node: Node, known: set[str]) -> bool:
    words = page.words(node)
    if not words or len(words) > _LONGEST or folded(words) in known:
        return False
    return not any(_is_logo(each) for each in ancestors(node)[:3]) and not _leads_home(page, node)


def _is_logo(node: Node) -> bool:
    if node.tag in ("body", "html", "header"):
        return False
    said = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(_LOGO.search(said))


def _leads_home(page: Page, node: Node) -> bool:
    links = [each.attributes.get("href") or "" for each in page.all("a[href]", node)]
    return any(re.fullmatch(r"(?:https?://[^/]+)?/?", href) for href in links if href)


def _merit(page: Page, node: Node, hints: list[str]) -> float:
    """How much alike the heading and the best hint are; other things equal, a higher heading."""
    words = _plain(page, node)
    found = max((_alike(words, hint) for hint in hints), default=0.0)
    tag = node.tag or ""
    level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 5
    return found - level / 100


def _alike(words: str, hint: str) -> float:
    """1 for the same; less where one is a part of the other; a fragment counts for nothing."""
    direct = likeness(words, hint)
    pieces = parts(hint)
    by_part = max((likeness(words, piece) * 0.92 for piece in pieces[:1]), default=0.0)
    later = max((likeness(words, piece) * 0.85 for piece in pieces[1:]), default=0.0)
    one, other = sorted((folded(words), folded(hint)), key=len)
    inside = 0.9 if one and one in other and _is_enough(one, other) else 0.0
    return max(direct, by_part, later, inside)


def _is_enough(one: str, other: str) -> bool:
    return len(one) > 0.5 * len(other) or (len(one) > 15 and one.count(" ") > 1)


def _plain(page: Page, node: Node) -> str:
    """The words without readings set beside the signs."""
    words = page.words(node)
    for ruby in page.all("rt, rp", node):
        words = words.replace(page.words(ruby), "", 1)
    return tidy(words)


def _inner(page: Page, node: Node, hints: list[str]) -> Node:
    """The part of a heading that is the title, where a kicker stands beside it."""
    whole = max((likeness(_plain(page, node), hint) for hint in hints), default=0.0)
    for each in page.all("*", node):
        words = _plain(page, each)
        if any(likeness(words, hint) > max(whole + 0.05, 0.9) for hint in hints if words):
            return each
    return node


def _spelt(page: Page, node: Node, hints: list[str]) -> str:
    """As shown, but as the hint is written where the page shows it in capitals alone."""
    words = _plain(page, node)
    same = [hint for hint in hints if folded(hint) == folded(words) and not hint.isupper()]
    return same[0] if words.isupper() and same else words


def _line(page: Page, hints: list[str]) -> Headline | None:
    """The first line of the text that is a hint to the letter, whatever element shows it."""
    wanted = {folded(hint) for hint in hints if len(hint) > 8}
    for node in page.all("b, strong, font, span, p, div, td, a, center, big") if wanted else ():
        words = page.words(node)
        if words and len(words) < _LONGEST and folded(words) in wanted and not _is_linked(node):
            return Headline(tidy(words), node)
    return None


def _is_linked(node: Node) -> bool:
    return any(each.tag in ("a", "li", "nav") for each in ancestors(node)[:3])


def _unlike(page: Page, shown: list[Node], hints: list[str]) -> Headline:
    firsts = [node for node in shown if node.tag == "h1"]
    if len(firsts) == 1 and (not hints or len(_plain(page, firsts[0]).split()) > 2):
        return Headline(_plain(page, firsts[0]), firsts[0])
    if hints:
        return Headline(hints[0], None)
    first = next(iter(firsts or shown), None)
    return Headline(_plain(page, first) if first else None, first)
