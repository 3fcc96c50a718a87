"""Blogger: threaded `li.comment` in `#comment-holder`, or the older `dl#comments-block`, in which a
comment is a `dt` with the name, a `dd` with the words and a `dd` with the date."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "blogger"
SCHEMES = (
    Scheme(
        NAME,
        ".comment-thread li.comment, #comment-holder li.comment, #comments li.comment[id^=c]",
        (".comment-header .user", ".comment-header cite", "cite.user"),
        (".comment-content",),
        (".datetime", "time"),
        cut=".comment-actions, .comment-replies, .comment-header",
    ),
    Scheme(
        NAME,
        "dl#comments-block > dt.comment-author, #comments-block dt.comment-author, "
        "#comments-block dt.comment-poster, #comments dt.comment-author",
        (".comment-author, .comment-poster",),
        ("dd.comment-body",),
        (".comment-timestamp", "dd.comment-footer"),
        cut=".comment-footer, .comment-timestamp",
        run=True,
    ),
    Scheme(
        NAME,
        "#comments .comment-block, #comments .comment_block",
        (".comment-author", ".comment-header", "cite"),
        (".comment-body", ".comment-content"),
        (".comment-timestamp", ".comment-footer"),
    ),
)


def recognise(page: Page) -> Thread | None:
    return (
        best(page, SCHEMES) if page.first("#comments, #comments-block, #comment-holder") else None
    )
