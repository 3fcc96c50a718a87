"""Epoch, a plugin for WordPress: `.epoch-single-comment`, replies inside of it."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "epoch"
SCHEMES = (
    Scheme(
        NAME,
        ".epoch-single-comment, .epoch-comment[id^=comment-]",
        (".fn, [class*=epoch-comment-author], [class*=author]",),
        ("[class*=epoch-comment-content], .comment-content, [class*=comment-text]",),
        ("time", "[class*=epoch-comment-date], [class*=date]", "[class*=meta]"),
        never=".pingback, .trackback",
        cut="[class*=epoch-comment-meta], .comment-meta",
    ),
)


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES) if page.first("[class*=epoch-]") else None
