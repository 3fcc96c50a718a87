"""What stands round the article: comments, other articles, menus. Their dates are not its own."""

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.page import Page

_PARTS = (
    "comment", "disqus", "respond", "related", "sidebar", "widget", "teaser", "recommend",
    "recent", "popular", "most-read", "mostread", "latest", "readmore", "read-more", "read-next",
    "newsticker", "breaking", "carousel", "slider", "navigation", "breadcrumb", "footer", "sitemap",
    "copyright", "advert", "promo", "trending", "archive", "similar", "mehr-zum-thema", "outbrain",
    "pagination", "cookie", "newsletter", "upcoming", "calendar", "blogroll", "suggest",
)  # fmt: skip
_SELECTOR = ", ".join(
    [
        "aside",
        ".aside",
        "footer",
        "nav",
        "blockquote",
        "form",
        "[role=complementary]",
        "[role=navigation]",
    ]
    + [f'[{name}*="{part}" i]' for part in _PARTS for name in ("class", "id")]
)
_OWN = ("entry-", "post-", "article-", "meta", "author", "byline", "autor", "info")


def elsewhere(page: Page, title: Node | None) -> list[tuple[int, int]]:
    """The ranges of what surrounds the article; nothing that holds its title is among them."""
    holders = {node.mem_id for node in ancestors(title)} if title else set()
    around: list[tuple[int, int]] = []
    for node in page.all(_SELECTOR):
        place = page.range(node)
        if place and node.mem_id not in holders and not _is_own(node, holders):
            around.append(place)
    return [place for place in around if place[1] - place[0] < 0.9 * len(page.text)]


def _is_own(node: Node, holders: set[int]) -> bool:
    """An article has a foot of its own, and some put its facts into an `aside`."""
    if node.tag == "footer" and any(
        up.tag == "article" and up.mem_id in holders for up in ancestors(node)
    ):
        return True
    said = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
    return node.tag in ("footer", "aside") and any(part in said for part in _OWN)


def ancestors(node: Node) -> list[Node]:
    """The node and all that holds it, from the inside out."""
    found: list[Node] = []
    up: Node | None = node
    while up is not None:
        found.append(up)
        up = up.parent
    return found


def is_in(place: tuple[int, int] | None, ranges: list[tuple[int, int]]) -> bool:
    return place is not None and any(start <= place[0] and place[1] <= end for start, end in ranges)
