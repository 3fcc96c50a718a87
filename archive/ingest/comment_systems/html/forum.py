"""The thread of a board's page, flat or nested, with what the page says of its length."""

import re
from dataclasses import replace

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import tally
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.nesting import by_level, hang
from archive.ingest.comment_systems.html.posts import read
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

_ADVERTISER = re.compile(
    r"(?:google )?ad ?sense|werbung|anzeigen?|advert\w*|sponsored(?: links?)?|publicit[ée]"
    r"|publicidad|reklam[ae]|реклама",
    re.IGNORECASE,
)


def recognise(page: Page, *boards: Board) -> Thread | None:
    """The thread by the board that finds the most posts, or None where none finds any."""
    return most(_thread(page, board) for board in boards)


def by_levels(page: Page, name: str, drafts: list[Draft]) -> Thread | None:
    """The thread of posts whose `level` is known, in the order of the page."""
    drafts = [draft for draft in drafts if draft.body]
    if not drafts:
        return None
    by_level(drafts)
    return compose(page, name, drafts, [around(drafts)])


def around(drafts: list[Draft]) -> Range:
    return min(draft.whole[0] for draft in drafts), max(draft.whole[1] for draft in drafts)


def _thread(page: Page, board: Board) -> Thread | None:
    drafts = [draft for draft in read(page, board) if draft.body and not _sold(page, draft)]
    if not any(draft.handle for draft in drafts):
        return None
    if board.nested:
        hang(page, drafts)
    if board.level:
        for draft in drafts:
            draft.level = _level(board.level, draft.node)
        by_level(drafts)
    whole = around(drafts)
    said = tally.find(page, board.total, whole) if board.total else None
    number, place = said or (None, None)
    start = min(place[0], whole[0]) if place else whole[0]
    thread = compose(page, board.name, drafts, [(start, whole[1])])
    warnings = _wordless(page, board)
    return replace(thread, stated=number, statement=place, warnings=warnings)


def _wordless(page: Page, board: Board) -> list[str]:
    """The warning that there are posts whose bodies show no words: pictures, say."""
    number = sum(page.range(node) is None for node in page.all(board.body[0]))
    return [f"Posts that show no words are left out: {number}."] if number else []


def _sold(page: Page, draft: Draft) -> bool:
    """Whether an advertisement was put among the posts as if somebody had posted it."""
    return bool(draft.handle and _ADVERTISER.fullmatch(page.text[slice(*draft.handle)]))


def _level(pattern: str, node: Node) -> int:
    near = [node] if node.parent is None else [node, node.parent]
    said = " ".join(each.attributes.get("class") or "" for each in near)
    if not (hit := re.search(pattern, said)):
        return 0
    return int((re.findall(r"\d{1,3}", hit[0]) or ["1"])[0])
