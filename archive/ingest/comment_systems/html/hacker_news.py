"""Hacker News: rows of a table, each pushed to the right by the width of an empty picture."""

import re

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.forum import by_levels
from archive.ingest.comment_systems.html.posts import read
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "hackernews"
ROWS = Board(
    NAME,
    items="tr.comtr, tr:has(> td.ind):has(> td.default), "
    "tr:has(> td > img[src$='s.gif']):has(> td.default)",
    body=(".commtext", ".comment > font", ".comment"),
    handle=(".hnuser", ".comhead > a[href^='user?']", ".comhead > a"),
    posted=(".age", ".comhead"),
    cut=".reply, font:has(a[href^='reply?'])",
    quotes="blockquote",
)
_STEP = 40
_AGE = re.compile(r"\d+ \w+ ago|on \w+ \d+, \d{4}")


def recognise(page: Page) -> Thread | None:
    drafts = read(page, ROWS)
    for draft in drafts:
        draft.level = _level(page, draft)
        draft.external_id = draft.node.id or ""
        if draft.posted and (hit := _AGE.search(page.text, *draft.posted)):
            draft.posted = hit.span()
    return by_levels(page, NAME, drafts)


def _level(page: Page, draft: Draft) -> int:
    indent = page.first("td.ind", draft.node)
    said = (indent.attributes.get("indent") or "") if indent else ""
    if said.isascii() and said.isdigit():
        return int(said[:4])
    spacer = page.first("td > img[width]", draft.node)
    width = (spacer.attributes.get("width") or "") if spacer else ""
    return int(width[:5]) // _STEP if width.isascii() and width.isdigit() else 0
