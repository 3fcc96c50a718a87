"""Drupal 6 and 7 (`div.comment`) and 8 and later (`article.comment`), replies in `div.indented`.

A reply does not stand in the comment it answers: it stands in an `.indented` that follows it.
"""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "drupal"
_AUTHOR = (
    ".username",
    ".comment__author, .comment-author, .author, [rel~='sioc:has_creator']",
    ".comment__submitted, .submitted",
)
_BODY = (
    (
        ".field--name-comment-body, .field-name-comment-body, [property='content:encoded'], "
        "[property='schema:text']"
    ),
    ".comment__content, .comment-content, .content, .comment-text, .comment_text",
)
_POSTED = (
    "[property='dc:created'], [property='dc:date dc:created'], [property='schema:dateCreated']",
    "time",
    ".comment__time, .submitted, .comment__submitted, .comment-time, .date",
)
_CUT = (
    ".links, ul.inline, .comment__links, .user-signature, .new, mark, h3, .submitted, "
    ".comment__meta"
)
SCHEMES = tuple(
    Scheme(NAME, items, _AUTHOR, _BODY, _POSTED, cut=_CUT, wrappers=".indented")
    for items in (
        "article.comment, article[data-comment-user-id], article.js-comment",
        "div.comment:not(.comment-wrapper):not(.comments), div[typeof~='sioc:Post']",
    )
)


def recognise(page: Page) -> Thread | None:
    marks = ".indented, [typeof~='sioc:Post'], [data-comment-user-id], [about*='/comment/']"
    names = (
        ".comment .username, .comment-wrapper .submitted, meta[name=Generator i][content*=Drupal i]"
    )
    return best(page, SCHEMES) if page.first(f"{marks}, {names}") else None
