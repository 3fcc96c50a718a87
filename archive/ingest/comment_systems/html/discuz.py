"""Discuz!: what is written in a post stands in a cell `postmessage_N`, its name in another."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "discuz"
POSTS = Board(
    NAME,
    items="div[id^='post_']:has([id^='postmessage_'])",
    body=("[id^='postmessage_']",),
    handle=(".authi a.xw1, .authi a[href*='uid']", "a.posterlink", ".postinfo a", ".authi b"),
    posted=("em[id^='authorposton']", "[id^='authorposton']", ".authorinfo em"),
    cut=".pstatus, .sign",
    quotes=".quote, blockquote",
    anchor="pid",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, POSTS)
