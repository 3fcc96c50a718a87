"""What is what in the posts of a board: the words, the name, the date, the quotations."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.blocks import blocks
from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.inside import Inside, Part
from archive.ingest.comment_systems.html.spans import Range, trimmed
from archive.ingest.html.page import Page

_DATES = "time, abbr, [data-time], [datetime]"
_LONGEST_HANDLE, _LONGEST_DATE = 100, 60
_UNDERLINE = re.compile(r"(?:^|\n)\s*_{8,}\s*(?:\n|$)")


def read(page: Page, board: Board) -> list[Draft]:
    """The posts in the order of the page; what has no words of its own has no body."""
    nodes = page.all(board.items) if board.items else blocks(page, board.body, board.handle)
    items = [Draft(node, place) for node in nodes if (place := page.range(node))]
    if not items:
        return []
    heads = [_above(board, draft.node) for draft in items]
    for draft, head in zip(items, heads, strict=True):
        if place := page.range(head):
            draft.whole = (place[0], draft.whole[1])
    inside = Inside(page, [draft.whole for draft in items])
    for draft, handle in zip(items, inside.first(board.handle), strict=True):
        draft.handle = _handle(page, handle)
    for draft, posted in zip(items, inside.first(board.posted), strict=True):
        _date(page, board, draft, posted)
    bodies, cuts, below = inside.first(board.body), inside.all(board.cut), inside.replies()
    quotes = inside.all(board.quotes)
    for at, (draft, body) in enumerate(zip(items, bodies, strict=True)):
        draft.body = _body(page, board, body, cuts[at], below[at]) if body else None
        draft.external_id = _identify(board, heads[at], draft.node, body.node if body else None)
        draft.quotes = tuple(_quotes(draft, quotes[at]))
    return items


def _handle(page: Page, part: Part | None) -> Range | None:
    """The words as they stand: a board's own element holds a name and nothing else."""
    if part is None:
        return None
    start, end = part.place
    line = page.text.find("\n", start, end)
    end = end if line < 0 else line
    return trimmed(page.text, start, min(end, start + _LONGEST_HANDLE))


def _body(
    page: Page, board: Board, told: Part, cuts: list[Part], below: list[Range]
) -> Range | None:
    start, end = told.place
    end = min([end, *(first for first, _ in below if first > start)])
    if board.underlined and (line := _UNDERLINE.search(page.text, start, end)):
        end = line.start()
    for cut in cuts:
        if cut.place[0] <= start:
            start = max(start, min(cut.place[1], end))
    for cut in reversed(cuts):
        if start < cut.place[0] and not page.text[cut.place[1] : end].strip():
            end = min(end, cut.place[0])
    return trimmed(page.text, start, end)


def _above(board: Board, node: Node) -> Node | None:
    at = node.prev
    while at is not None and not at.is_element_node:
        at = at.prev
    classes = (at.attributes.get("class") or "").split() if at is not None else []
    return at if board.above in classes else None


def _identify(board: Board, *nodes: Node | None) -> str:
    for node in filter(None, nodes):
        for name in board.ids:
            said = node.attributes.get(name) or ""
            digits = re.findall(r"\d+", said)
            if said and not board.anchor:
                return said
            if digits:
                return board.anchor + digits[-1]
    return ""


def _date(page: Page, board: Board, draft: Draft, part: Part | None) -> None:
    if part:
        start, end = part.place
        short = trimmed(page.text, start, end) if end - start <= _LONGEST_DATE else None
        exact = short if part.node.tag in ("time", "abbr") else None
        draft.posted = exact or when.find(page.text, start, end) or short
        if draft.handle and draft.posted and _meets(draft.handle, draft.posted):
            draft.handle = trimmed(page.text, draft.handle[0], draft.posted[0])
        nodes = [part.node, *page.all(_DATES, part.node)]
        draft.posted_at = next((at for node in nodes if (at := when.told(node))), None)
    if board.epoch and (value := draft.node.attributes.get(board.epoch)):
        draft.posted_at = when.moment(value)


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _quotes(draft: Draft, quotes: list[Part]) -> Iterator[Range]:
    """The outermost quotations in a body, which are not all of its element."""
    at, end = draft.body or (0, 0)
    for quote in quotes:
        first, last = quote.place
        if at <= first and last <= end and quote.place != draft.body:
            yield quote.place
            at = last
