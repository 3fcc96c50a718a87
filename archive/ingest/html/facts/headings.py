"""What may be the headline of a page, and how much alike it and a title are."""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.likeness import folded, likeness
from archive.ingest.html.facts.metas import tidy
from archive.ingest.html.facts.surroundings import ancestors
from archive.ingest.html.facts.title_parts import parts
from archive.ingest.html.page import Page

_SELECTORS = (
    'h1, [itemprop~="headline" i], .entry-title, .post-title, .article-title, .headline',
    "h2, h3, h4",
    '[class*="title" i], [class*="headline" i], [class*="titel" i], [class*="titre" i]',
)
_LOGO = re.compile(r"logo|(?:site|blog)-?(?:title|name)|brand|masthead", re.IGNORECASE)
_HOME = re.compile(r"(?:https?://[^/]+)?/?")
# A board's heading: "Topic: The mole (Read 120 times)", behind the head of the authors' column.
_TOPIC = re.compile(
    r"(?:\w+ ?)?(?:topic|thema|sujet|tema|argomento|tópico|onderwerp|wątek|тема) ?: ?(?P<title>.+?)"
    r" ?\((?:read|gelesen|lu|leído|letto|lida|gelezen|przeczytany|прочитано) [^()]{1,30}\)",
    re.IGNORECASE,
)
_LONGEST = 300
_MOST = 400


def headings(page: Page, known: set[str]) -> list[Node]:
    """Short elements that look like headings; none that shows a name of the site.

    Of those that hold the same words the first is taken, true headings before others.
    """
    found = [node for selector in _SELECTORS for node in islice(_short(page, selector), _MOST)]
    places = {page.range(node): node for node in reversed(found)}
    return [
        node for node in found if places[page.range(node)] is node and _may_be(page, node, known)
    ]


def _short(page: Page, selector: str) -> Iterator[Node]:
    return (node for node in page.all(selector) if is_short(page, node))


def is_short(page: Page, node: Node) -> bool:
    place = page.range(node)
    return place is not None and place[1] - place[0] <= _LONGEST


def _may_be(page: Page, node: Node, known: set[str]) -> bool:
    if folded(page.words(node)) in known:
        return False
    near = islice(ancestors(node), 3)
    return not any(_is_logo(each) for each in near) and not _leads_home(page, node)


def _is_logo(node: Node) -> bool:
    if node.tag in ("body", "html", "header"):
        return False
    said = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(_LOGO.search(said))


def _leads_home(page: Page, node: Node) -> bool:
    links = [each.attributes.get("href") for each in page.all("a[href]", node)]
    return any(href and _HOME.fullmatch(href) for href in links)


def plain(page: Page, node: Node) -> str:
    """The words in one line, without readings beside the signs and without a mark to link to."""
    words = page.words(node)
    for ruby in page.all("rt, rp", node):
        words = words.replace(page.words(ruby), "", 1)
    line = tidy(words).rstrip(" ¶")
    topic = _TOPIC.fullmatch(line)
    return topic["title"] if topic else line


def merit(page: Page, node: Node, hints: list[str]) -> float:
    """How much alike the heading and the best hint are; other things equal, a higher heading."""
    words = plain(page, node)
    level = re.fullmatch("h([1-6])", node.tag or "")
    found = max((_alike(words, hint) for hint in hints), default=0.0)
    return found - int(level[1] if level else 5) / 100


def _alike(words: str, hint: str) -> float:
    """1 for the same; less where one is a part of the other; a fragment counts for nothing."""
    pieces = [likeness(words, piece) for piece in parts(hint)]
    inside = 0.9 * _is_within(words, hint)
    around = 0.8 * any(_is_within(piece, words) for piece in parts(hint))
    first, later = pieces[:1], pieces[1:]
    return max(
        likeness(words, hint),
        inside,
        around,
        *(0.92 * each for each in first),
        *(0.85 * each for each in later),
    )


def _is_within(one: str, other: str) -> bool:
    """Whether one title holds the other, and that is more than a fragment."""
    one, other = sorted((folded(one), folded(other)), key=len)
    return one in other and (len(one) > 0.5 * len(other) or (len(one) > 15 and one.count(" ") > 1))
