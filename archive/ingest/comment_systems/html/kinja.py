"""Kinja: `article.reply` under a post, replies to replies in lists inside of it."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "kinja"
SCHEMES = (
    Scheme(
        NAME,
        "article.js_reply, article.reply, .js_comment, li.js_reply-item, [data-js-target='reply']",
        (
            ".reply__author, .reply__user, .js_user-name, .js_reply-author, [data-ga*='author']",
            "a[href*='kinja.com']",
        ),
        (".reply__content, .js_reply-content, .js_entry-content",),
        ("time", ".reply__publish-time, .js_publish_time, .js_publish-time, .publish-time"),
        cut=".reply__tools, .reply__byline, .reply__header",
    ),
)


def recognise(page: Page) -> Thread | None:
    return (
        best(page, SCHEMES)
        if page.first(".js_reply, .reply__content, .js_comment, [data-js-target='reply']")
        else None
    )
