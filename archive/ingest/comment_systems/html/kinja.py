"""Kinja: `article.js_reply`; a reply stands beside what it answers and names its id as parent."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "kinja"
SCHEMES = (
    Scheme(
        NAME,
        "article.js_reply, article[id^=reply_]",
        (".display-name .fn, .fn.url", ".reply__user, .reply__author, .js_reply-author"),
        (".reply-content, .reply__content, .js_reply-content",),
        (".js_publish_time .published", ".js_publish_time, time, .reply__publish-time"),
        cut=".reply-tools, .reply__tools, .reply-flagged, header",
    ),
)


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES) if page.first("article.js_reply, [id^=reply_]") else None
