"""Reddit: the old markup, that of 2018 to 2023, and the present one with elements of its own."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import by_levels
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.posts import read
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "reddit"
# What was deleted keeps its place in the thread, with "[deleted]" as its words.
OLD = Board(
    NAME,
    items=".thing.comment",
    body=(".usertext-body .md", ".usertext-body", ".md"),
    handle=(".noncollapsed .author", ".tagline .author", ".author"),
    posted=(".noncollapsed time", ".tagline time"),
    ids=("data-fullname",),
    nested=True,
)
MIDDLE = Board(
    NAME,
    items="div.Comment",
    body=(".RichTextJSON-root", "[data-testid=comment]", "[data-test-id=comment]"),
    handle=("[data-testid=comment_author_link]", "a[href*='/user/']:not(:has(img))"),
    posted=("[data-testid=comment_timestamp]", "a[id^='CommentTopMeta--Created']"),
)
NEW = Board(
    NAME,
    items="shreddit-comment",
    body=("[slot=comment] [id$='-rtjson-content']", "[slot=comment]", ".md"),
    handle=("[slot=commentMeta] a[href*='/user/']:not(:has(img))", "a[href*='/user/']"),
    posted=("[slot=commentMeta] time", "faceplate-timeago", "time"),
)
_LEVEL = re.compile(r"(?:level|ebene|niveau|nivel|livello|nível)\s(\d{1,2})\b", re.IGNORECASE)
_HEAD = 300
_TALLY = ".link a.comments, shreddit-post[comment-count]"


def recognise(page: Page) -> Thread | None:
    thread = most((posts(page, OLD), _middle(page), _new(page)))
    said = _stated(page) if thread else None
    if thread is None or said is None:
        return thread
    return Thread(NAME, thread.wholes, thread.comments, said)


def _middle(page: Page) -> Thread | None:
    """Between the name and the picture before it the page says "level 2"."""
    drafts = read(page, MIDDLE)
    for draft in drafts:
        start, end = draft.whole
        hit = _LEVEL.search(
            page.text, start, min(draft.body[0] if draft.body else end, start + _HEAD)
        )
        draft.level = int(hit[1]) - 1 if hit else 0
        draft.external_id = _own_id(draft.node)
    return by_levels(page, NAME, drafts)


def _own_id(node: Node) -> str:
    named = [node.id or "", *(node.attributes.get("class") or "").split()]
    return next((each for each in named if each.startswith("t1_")), "")


def _new(page: Page) -> Thread | None:
    drafts = read(page, NEW)
    for draft in drafts:
        said = draft.node.attributes.get("depth") or ""
        draft.level = int(said[:3]) if said.isascii() and said.isdigit() else 0
        draft.external_id = draft.node.attributes.get("thingid") or ""
    return by_levels(page, NAME, drafts)


def _stated(page: Page) -> int | None:
    """How many comments the head of the post says there are."""
    for node in page.all(_TALLY):
        said = node.attributes.get("comment-count") or page.words(node)
        if digits := re.sub(r"[.,\s]", "", said):
            hit = re.match(r"\d{1,7}", digits)
            return int(hit[0]) if hit else None
    return None
