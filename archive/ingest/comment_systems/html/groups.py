"""The elements of a page that bear one name, for each name that may be that of comments."""

import re
from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.vocabulary import (
    ANNOUNCED,
    AROUND,
    ASIDE,
    NEAR,
    SINGLE,
    TEASER,
)
from archive.ingest.html.page import Page

_TAGS = "li, div, article, section, dl, dd, tr, td, p, blockquote, table, comment, ol, ul"
_HEADS = "h2, h3, h4, h5, h6, strong, b, p, span, div.title, dt, legend"
_NUMBERED = re.compile(r"([a-z][a-z_-]*?)[-_]?([0-9a-f-]*\d[0-9a-f-]*)", re.IGNORECASE)
_FARTHEST, _LOOKED_AT = 6, 200
_AUTHOR = (
    "[itemprop=author], [class*=comment-author i], [class*=comment_author i], "
    "[class*=commentauthor i], [class*=comment__author i], [class*=comment-user i], "
    "[class*=comment__user i], [class*=comment-name i], [class*=comment__name i], "
    "[class*=commenter i]"
)


def named(page: Page) -> Iterator[list[Node]]:
    """The elements that bear one name, for each name of the page that may be that of comments."""
    called: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in page.all(_TAGS):
        if page.range(node):
            for name in _names(node):
                called[node.tag or "", name].append(node)
    likely = sorted(called.items(), key=lambda each: -len(each[1]))
    seen: set[tuple[int, ...]] = set()
    for (_, name), nodes in likely:
        key = tuple(node.mem_id for node in nodes)
        if key not in seen and _is_near(name, nodes):
            seen.add(key)
            yield nodes


def announced(page: Page) -> list[Node]:
    """The elements around headings that announce a comment by its author, one for each."""
    around: dict[int, Node] = {}
    for node in page.all(_HEADS):
        place = page.range(node)
        if place and ANNOUNCED.match(page.text, *place) and node.parent is not None:
            around.setdefault(node.parent.mem_id, node.parent)
    return list(around.values())


def are_comments(page: Page, nodes: list[Node], *body: str) -> bool:
    """Whether each is called a comment, and what is in it its author and, by `body`, its words."""
    named = nodes and any(SINGLE.search(name) for name in _names(nodes[0]))
    inside = (_AUTHOR, ", ".join(body))
    return bool(named) and all(
        page.range(page.first(part, node)) for node in nodes[:_LOOKED_AT] for part in inside
    )


def _names(node: Node) -> set[str]:
    """What an element is called: its classes, its id without number, its type in microdata."""
    names = set((node.attributes.get("class") or "").split())
    if node.id and (hit := _NUMBERED.fullmatch(node.id)):
        names.add("#" + hit[1])
    if (node.attributes.get("itemprop") or "") == "comment":
        names.add("itemprop=comment")
    if (node.attributes.get("itemtype") or "").endswith(("/Comment", "/UserComments")):
        names.add("itemtype=Comment")
    parent = node.parent
    if parent is not None and node.tag in ("li", "dd", "div", "article", "p"):
        around = [parent.id or "", *(parent.attributes.get("class") or "").split()]
        names.update(f"{each}>" for each in around if each and NEAR.search(each))
    return names


def _is_near(name: str, nodes: list[Node]) -> bool:
    """Whether the name of a group, or of what is around it, speaks of comments and of no side box.

    A single element is taken only where its own name is that of one comment.
    """
    called = f"{nodes[0].id or ''} {nodes[0].attributes.get('class') or ''}"
    if ASIDE.search(name) or TEASER.search(called):
        return False
    around = list(_around(nodes[0]))
    if any(AROUND.search(each) for each in around):
        return False
    if len(nodes) == 1:
        return bool(SINGLE.search(name))
    return bool(NEAR.search(name)) or any(NEAR.search(each) for each in around)


def _around(node: Node) -> Iterator[str]:
    at = node.parent
    for _ in range(_FARTHEST):
        if at is None or at.tag in ("body", "html", "main"):
            break
        yield f"{at.id or ''} {at.attributes.get('class') or ''}"
        at = at.parent
