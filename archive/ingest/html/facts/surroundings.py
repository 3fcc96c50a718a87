"""What stands round the article: comments, other articles, menus. Their dates are not its own."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.facts.date_labels import GIVEN
from archive.ingest.html.facts.places import Places, Range
from archive.ingest.html.page import Page

_PARTS = (
    "comment", "disqus", "respond", "related", "sidebar", "teaser", "recommend", "recent",
    "popular", "most-read", "mostread", "latest", "readmore", "read-more", "read-next",
    "newsticker", "breaking", "carousel", "slider", "navigation", "breadcrumb", "footer", "sitemap",
    "copyright", "advert", "promo", "trending", "similar", "mehr-zum-thema", "outbrain",
    "pagination", "cookie", "newsletter", "upcoming", "blogroll", "suggest", "caption",
)  # fmt: skip
# A page builder calls every element a widget.
_SELECTOR = (
    "aside, .aside, footer, nav, blockquote, form, figcaption, [role=complementary], "
    "header, #header, .header, #head, #masthead, .site-header, .topbar, .top-bar, [role=banner], "
    '[role=navigation], [class*="widget" i]:not([class*="elementor-widget" i]), '
) + ", ".join(f'[{name}*="{part}" i]' for part in _PARTS for name in ("class", "id"))
_PUBLISHED = '[class*="publish" i], [class*="pubdate" i], [itemprop="datePublished"], time'
_LEAD = 300
# Some sites and boards have all that a page shows within a form.
_MOST_OF_A_FORM = 0.5
_OWN = (
    "entry-",
    "post-",
    "article-",
    "postfoot",
    "meta",
    "author",
    "byline",
    "autor",
    "info",
    "artikel",
)


def elsewhere(page: Page, title: Node | None) -> Places:
    """What surrounds the article; nothing that holds its title is part of it."""
    holders = {node.mem_id: node for node in ancestors(title)} if title else {}
    named = page.range(title) or (0, 0)
    articles = [page.range(node) for node in holders.values() if node.tag == "article"]
    around = []
    for node in page.all(_SELECTOR):
        place = page.range(node)
        if not place or node.mem_id in holders or _is_lead(node, place, named):
            continue
        if not _is_own(page, node, place, articles):
            around.append(place)
    return Places(place for place in around if place[1] - place[0] < 0.9 * len(page.text))


def _is_own(page: Page, node: Node, place: Range, articles: list[Range | None]) -> bool:
    """An article has a head and a foot of its own, and some put its facts into an `aside` or a box
    of its own, or say when it was published where they say where in the site it stands."""
    said = _named(node)
    if "breadcrumb" in said:
        return page.first(_PUBLISHED, node) is not None
    if "widget" in said and ("info" in said or "meta" in said) and GIVEN.search(page.words(node)):
        return True
    if node.tag == "form":
        return place[1] - place[0] > _MOST_OF_A_FORM * len(page.text)
    if node.tag not in ("header", "footer", "aside") and "footer" not in said:
        return False
    inside = any(each and each[0] <= place[0] and place[1] <= each[1] for each in articles)
    return any(part in said for part in _OWN) or (node.tag != "aside" and inside)


def _is_lead(node: Node, place: Range, title: Range) -> bool:
    """What German papers call the teaser of an article may be its own head and first paragraph."""
    before, after = title[0] - place[1], place[0] - title[1]
    return "teaser" in _named(node) and (0 <= after < _LEAD or 0 <= before < _LEAD / 3)


def _named(node: Node) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()


def ancestors(node: Node) -> Iterator[Node]:
    """The node and all that holds it, from the inside out."""
    up: Node | None = node
    while up is not None:
        yield up
        up = up.parent
