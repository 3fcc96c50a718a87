"""Epoch, a plugin for WordPress: `article.epoch-single-comment` in `div#comment-N`, and below the
article, in the same `div`, each reply in an `.epoch-child`."""

from dataclasses import replace

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "epoch"
_PARTS = Scheme(
    NAME,
    "div[data-comment-id][id^=comment-]",
    (".epoch-author-link", ".epoch-comment-author, .fn"),
    (".epoch-comment-content, .comment-content",),
    ("time", "[class*=epoch-comment-date], .epoch-comment-link", "[class*=meta]"),
    never=".pingback, .trackback",
    cut=".epoch-comment-meta, .epoch-comment-actions",
    wrappers=".epoch-child",
)
SCHEMES = (_PARTS, replace(_PARTS, items=".epoch-single-comment"))


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES) if page.first("[class*=epoch-]") else None
