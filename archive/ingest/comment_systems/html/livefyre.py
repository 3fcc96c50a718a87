"""Livefyre as a page was saved with it: what its script wrote, replies within what they answer."""

from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.scheme import recognise as by_scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "livefyre"
SCHEME = Scheme(
    NAME,
    ".fyre-comment-article",
    (".fyre-comment-username", ".fyre-comment-author"),
    (".fyre-comment", ".fyre-comment-body"),
    (".fyre-comment-date", "time", ".fyre-comment-timestamp"),
    cut=".fyre-comment-head, .fyre-comment-footer, .fyre-comment-actions",
)


def recognise(page: Page) -> Thread | None:
    return by_scheme(page, SCHEME)
