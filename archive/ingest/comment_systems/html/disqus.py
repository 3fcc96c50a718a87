"""Disqus as a page was saved with it: `li.post` of the widget, or what its plugin writes for search
engines, `li` with the id `dsq-comment-N`."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "disqus"
SCHEMES = (
    Scheme(
        NAME,
        "li.post[id^=post-]",
        (".post-byline .author", ".author"),
        (".post-message", ".post-body-inner"),
        (".time-ago", ".post-meta"),
        cut=".post-header, .comment__footer, .post-menu",
    ),
    Scheme(
        NAME,
        "li[id^=dsq-comment-], div.dsq-comment[id^=dsq-comment-]",
        ("[id^=dsq-author-user]", "cite", ".dsq-commenter-name"),
        (
            "[id^=dsq-comment-message]",
            ".dsq-comment-message",
            ".dsq-comment-text",
            ".dsq-comment-body",
        ),
        (".dsq-comment-header-time", "[id^=dsq-time]", ".dsq-comment-meta"),
        never="li.pingback, li.trackback",
    ),
)


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES)
