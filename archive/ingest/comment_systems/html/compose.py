"""From drafts to the comments of a page: what is kept, in which order, and where they all stand."""

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import count
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.settling import settle
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.html.vocabulary import NEAR
from archive.ingest.html.page import Page
from archive.ingest.parsed import Comment

_ABOVE, _FARTHEST = 3000, 8


def compose(
    page: Page, system: str, drafts: list[Draft], wholes: list[Range] | None = None
) -> Thread:
    """The thread of the drafts that have words of their own, in the order of the page.

    `wholes` where the system has more than one section in a page; else the section is found.
    """
    kept = settle(page.text, drafts)
    comments = to_comments(kept)
    held = wholes if wholes is not None else [section(page, kept)] if kept else []
    said = count.find(page, held[0], kept) if held and wholes is None else None
    if said and wholes is None:
        held = [(min(held[0][0], said[1][0]), max(held[0][1], said[1][1]))]
    number = said[0] if said else None
    return Thread(system, held, comments, number, said[1] if said else None)


def to_comments(kept: list[Draft]) -> list[Comment]:
    """Comments of drafts that have bodies. A reply to one that is not kept is without parent."""
    index = {id(draft): at for at, draft in enumerate(kept)}
    depths: dict[int, int] = {}
    return [_comment(draft, index, depths) for draft in kept]


def _comment(draft: Draft, index: dict[int, int], depths: dict[int, int]) -> Comment:
    assert draft.body is not None
    handle, posted = draft.handle, draft.posted
    parent = index.get(id(draft.parent)) if draft.parent else None
    return Comment(
        start=draft.body[0],
        end=draft.body[1],
        author_start=handle[0] if handle else None,
        author_end=handle[1] if handle else None,
        depth=_depth(draft, index),
        parent=parent,
        parent_inferred=parent is not None and draft.inferred,
        posted_start=posted[0] if posted else None,
        posted_end=posted[1] if posted else None,
        posted_at=draft.posted_at,
        external_id=draft.external_id[:200],
        quotes=draft.quotes,
    )


def _depth(draft: Draft, index: dict[int, int]) -> int:
    depth, at = 0, draft.parent
    while at is not None and id(at) in index:
        depth, at = depth + 1, at.parent
    return depth


def section(page: Page, kept: list[Draft]) -> Range:
    """The outermost element around all comments that is named after comments, or just them."""
    whole = min(each.whole[0] for each in kept), max(each.whole[1] for each in kept)
    best = whole
    node: Node | None = kept[0].node
    for _ in range(_FARTHEST):
        node = node.parent if node is not None else None
        if node is None or node.tag in ("body", "html", "main", "-document"):
            break
        place = page.range(node)
        if (
            place
            and place[0] <= whole[0]
            and whole[1] <= place[1]
            and _is_section(page, node, whole)
        ):
            best = place
    return best


def _is_section(page: Page, node: Node, whole: Range) -> bool:
    named = f"{node.id or ''} {node.attributes.get('class') or ''}"
    place = page.range(node)
    assert place is not None
    near = whole[0] - place[0] <= _ABOVE
    return (
        near
        and node.tag != "article"
        and bool(NEAR.search(named))
        and page.first("h1", node) is None
    )
