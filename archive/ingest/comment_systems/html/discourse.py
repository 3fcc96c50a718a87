"""Discourse: the page that it gives to crawlers and to readers without script, and a saved one."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "discourse"
CRAWLED = Board(
    NAME,
    items=".crawler-post, div.topic-body[id^='post_'][itemprop=comment]",
    body=(".post[itemprop]", ".post"),
    handle=(".creator [itemprop=name]", ".creator"),
    posted=(".post-time", "time"),
    quotes="aside.quote",
    anchor="post_",
)
SAVED = Board(
    NAME,
    items="article[data-post-id]",
    body=(".cooked",),
    handle=(".names .username a", ".names .first a", ".names .username", ".names a"),
    posted=(".post-date .relative-date", ".relative-date", ".post-date"),
    quotes="aside.quote",
    anchor="post_",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, CRAWLED, SAVED)
