"""Blogger: threaded `li.comment` in `#comment-holder`, or the older `dl#comments-block`."""

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "blogger"
_THREADED = Scheme(
    NAME,
    "#comments li.comment, #comment-holder li.comment, .comment-thread li.comment",
    (".comment-header .user, .comment-header cite", "cite"),
    (".comment-content",),
    (".datetime", "time"),
    cut=".comment-actions, .comment-replies, .comment-header",
)


def _anchor(node: Node) -> str:
    return node.id or ""


def recognise(page: Page) -> Thread | None:
    if not page.first("#comments, #comments-block, #comment-holder"):
        return None
    if page.first(".comment-thread, #comment-holder, .comment-block"):
        return best(page, [_THREADED])
    return None
