"""Boards: every post of a thread is a comment, that of its opener too.

A board is known by where the bodies of its posts stand. What belongs to a post is the element
that the board names, else the largest one around a body that holds no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.inside import Inside, Part
from archive.ingest.comment_systems.html.nesting import by_level, hang
from archive.ingest.comment_systems.html.spans import Range, trimmed
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

_DATES = "time, abbr, [data-time], [datetime]"
_LONGEST_HANDLE, _LONGEST_DATE, _HIGHEST = 100, 60, 12
_UNDERLINE = re.compile(r"(?:^|\n)\s*_{8,}\s*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Board:
    """Selectors; of a tuple the first that finds words in a post is taken.

    `cut` is what a body leaves out at its ends: a signature, a note that it was edited.
    `underlined`: a line of low lines in a body begins the signature. `ids` are attributes of post
    or body whose last digits, after `anchor`, are the post's id. `epoch` is an attribute of the
    post with its time. `nested`: posts answer those that they stand in, or whose id they name.
    """

    name: str
    body: tuple[str, ...]
    handle: tuple[str, ...]
    items: str = ""
    posted: tuple[str, ...] = ("time",)
    cut: str = ""
    quotes: str = "blockquote"
    ids: tuple[str, ...] = ("id",)
    anchor: str = ""
    epoch: str = ""
    underlined: bool = False
    nested: bool = False


def recognise(page: Page, *boards: Board) -> Thread | None:
    """The thread by the board that finds the most posts, or None where none finds any."""
    return most(_thread(page, board) for board in boards)


def _thread(page: Page, board: Board) -> Thread | None:
    drafts = [draft for draft in read(page, board) if draft.body]
    if not any(draft.handle for draft in drafts):
        return None
    if board.nested:
        hang(page, drafts)
    return compose(page, board.name, drafts, [around(drafts)])


def by_levels(page: Page, name: str, drafts: list[Draft]) -> Thread | None:
    """The thread of posts whose `level` is known, in the order of the page."""
    drafts = [draft for draft in drafts if draft.body]
    if not drafts:
        return None
    by_level(drafts)
    return compose(page, name, drafts, [around(drafts)])


def around(drafts: list[Draft]) -> Range:
    return min(draft.whole[0] for draft in drafts), max(draft.whole[1] for draft in drafts)


def read(page: Page, board: Board) -> list[Draft]:
    """The posts in the order of the page; what has no words of its own has no body."""
    nodes = page.all(board.items) if board.items else _blocks(page, board)
    items = [Draft(node, place) for node in nodes if (place := page.range(node))]
    if not items:
        return []
    inside = Inside(page, [draft.whole for draft in items])
    bodies, cuts, below = inside.first(board.body), inside.all(board.cut), inside.replies()
    for draft, handle in zip(items, inside.first(board.handle), strict=True):
        draft.handle = _handle(page, handle)
    for draft, posted in zip(items, inside.first(board.posted), strict=True):
        _date(page, board, draft, posted)
    quotes = inside.all(board.quotes)
    for at, (draft, body) in enumerate(zip(items, bodies, strict=True)):
        draft.body = _body(page, board, body, cuts[at], below[at]) if body else None
        draft.external_id = _identify(board, [draft.node, *([body.node] if body else [])])
        draft.quotes = tuple(_quotes(draft, quotes[at]))
    return items


def _blocks(page: Page, board: Board) -> list[Node]:
    """For each body the largest element around it that holds no other, with a handle in it."""
    bodies = page.all(", ".join(board.body))
    inside: dict[int, int] = {}
    for body in bodies:
        for node in _upwards(body):
            inside[node.mem_id] = inside.get(node.mem_id, 0) + 1
    return [block for body in bodies if (block := _block(page, board, body, inside))]


def _block(page: Page, board: Board, body: Node, inside: dict[int, int]) -> Node | None:
    """Where the page has but one body, the smallest element around it with a handle."""
    alone = [node for node in _upwards(body) if inside[node.mem_id] == 1]
    if not alone or inside[body.mem_id] > 1:
        return None
    handle = ", ".join(board.handle)
    named = next((node for node in alone if page.first(handle, node)), None)
    others = len(alone) < _HIGHEST and alone[-1].tag not in ("body", "html")
    return alone[-1] if named and others else named


def _upwards(node: Node) -> Iterator[Node]:
    at: Node | None = node
    for _ in range(_HIGHEST):
        if at is None or not at.is_element_node:
            return
        yield at
        at = at.parent


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


def _identify(board: Board, nodes: list[Node]) -> str:
    for node in nodes:
        for name in board.ids:
            if digits := re.findall(r"\d+", node.attributes.get(name) or ""):
                return board.anchor + digits[-1]
    return ""


def _date(page: Page, board: Board, draft: Draft, part: Part | None) -> None:
    if part:
        start, end = part.place
        short = trimmed(page.text, start, end) if end - start <= _LONGEST_DATE else None
        draft.posted = when.find(page.text, start, end) or short
        nodes = [part.node, *page.all(_DATES, part.node)]
        draft.posted_at = next((at for node in nodes if (at := when.told(node))), None)
    if board.epoch and (value := draft.node.attributes.get(board.epoch)):
        draft.posted_at = when.moment(value)


def _quotes(draft: Draft, quotes: list[Part]) -> Iterator[Range]:
    """The outermost quotations in a body, which are not all of its element."""
    start, end = reached = draft.body or (0, 0)
    at = start
    for quote in quotes:
        first, last = quote.place
        if at <= first and last <= end and quote.place != reached:
            yield quote.place
            at = last
