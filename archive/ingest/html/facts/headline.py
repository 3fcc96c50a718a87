"""The title of the article: as the page shows it, known by what the page says it is."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.headings import headings, is_short, merit, plain
from archive.ingest.html.facts.likeness import folded, likeness
from archive.ingest.html.facts.surroundings import ancestors
from archive.ingest.html.facts.title_parts import parts
from archive.ingest.html.page import Page

_ENOUGH, _SAME = 0.7, 0.95


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
    shown = headings(page, {folded(site) for site in sites} | {""})
    best = max(shown, key=lambda node: merit(page, node, hints), default=None)
    if best and merit(page, best, hints) >= _ENOUGH:
        return _within(page, best, hints)
    return _line(page, hints) or _unlike(page, shown, hints)


def _within(page: Page, node: Node, hints: list[str]) -> Headline:
    """The part of a heading that is the title: no kicker, no count that stands beside it.

    The hint trusted most decides, among those that name the whole or a part.
    """
    whole = plain(page, node)
    pieces = [(words, each) for words, each in _pieces(page, node) if 2 * len(words) > len(whole)]
    for hint in hints:
        if likeness(whole, hint) >= _SAME:
            break
        for words, each in pieces:
            if any(likeness(words, known) >= _SAME for known in (hint, *parts(hint))):
                return Headline(_spelt(words, hints), each)
    return Headline(_spelt(whole, hints), node)


def _pieces(page: Page, node: Node) -> Iterator[tuple[str, Node]]:
    """The words of each element in a heading, and the words that are left without them."""
    whole = plain(page, node)
    for each in islice(page.all("*", node), 20):
        words = plain(page, each)
        yield words, each
        yield " ".join(whole.replace(words, " ", 1).split()).strip(":|/–— "), node


def _spelt(words: str, hints: list[str]) -> str:
    """As shown, but as the hint is written where the page shows it in capitals alone, or sets what
    stands before a colon apart."""
    same = [hint for hint in hints if folded(hint) == folded(words) and not hint.isupper()]
    is_apart = ":" not in words and any(":" in hint for hint in same[:1])
    return same[0] if same and (words.isupper() or is_apart) else words


def _line(page: Page, hints: list[str]) -> Headline | None:
    """The first element, whatever it is, that shows a hint to the letter and leads nowhere."""
    wanted = {folded(hint) for hint in hints if len(hint) > 8}
    for node in page.all("b, strong, font, span, p, div, td, center, big") if wanted else ():
        if is_short(page, node) and folded(page.words(node)) in wanted and not _is_linked(node):
            return Headline(plain(page, node), node)
    return None


def _is_linked(node: Node) -> bool:
    return any(each.tag in ("a", "li", "nav") for each in islice(ancestors(node), 3))


def _unlike(page: Page, shown: list[Node], hints: list[str]) -> Headline:
    firsts = [node for node in shown if node.tag == "h1"]
    if len(firsts) == 1 and (not hints or len(plain(page, firsts[0]).split()) > 2):
        return Headline(plain(page, firsts[0]), firsts[0])
    if hints:
        return Headline(hints[0], None)
    first = next(iter(firsts or shown), None)
    return Headline(plain(page, first), first) if first else Headline(None, None)
