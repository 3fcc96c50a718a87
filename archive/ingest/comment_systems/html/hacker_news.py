"""Hacker News: rows of a table, each pushed to the right by the width of an empty picture."""

from dataclasses import replace

from archive.ingest.comment_systems.html import count
from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.forum import by_levels
from archive.ingest.comment_systems.html.posts import read
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "hackernews"
_STEP = 40
ROWS = Board(
    NAME,
    items="tr.comtr",
    body=(".commtext", ".comment > font", ".comment"),
    handle=(".hnuser", ".comhead > a[href^='user?']", ".comhead > a"),
    posted=(".age", ".comhead"),
    cut=".reply, font:has(a[href^='reply?'])",
)
# Before 2015 nothing named the rows.
OLD_ROWS = replace(ROWS, items="tr:has(> td > img[src$='s.gif']):has(> td.default)")


def recognise(page: Page) -> Thread | None:
    drafts = read(page, ROWS) or read(page, OLD_ROWS)
    for draft in drafts:
        draft.level = _level(page, draft)
        draft.external_id = draft.node.id or ""
    thread = by_levels(page, NAME, drafts)
    said = (count.stated(page.words(node)) for node in page.all(".subtext a"))
    stated = next((number for number in said if number is not None), None)
    return thread and Thread(NAME, thread.wholes, thread.comments, stated)


def _level(page: Page, draft: Draft) -> int:
    indent = page.first("td.ind", draft.node)
    said = (indent.attributes.get("indent") or "") if indent else ""
    if said.isascii() and said.isdigit():
        return int(said[:4])
    spacer = page.first("td > img[width]", draft.node)
    width = (spacer.attributes.get("width") or "") if spacer else ""
    return int(width[:5]) // _STEP if width.isascii() and width.isdigit() else 0
