"""SPIP: the forum below an article, `ul.forum` with `li.forum-fil`, or the plugin "comments"."""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "spip"
SCHEMES = (
    Scheme(
        NAME,
        "li.comment-li, li.comment-fil, ul.comments-ul > li, ul.comment-ul > li",
        ("cite .fn, .fn", "cite", ".comment-author, .comment-auteur", ".comment-meta"),
        (".comment-texte, .comment-content, .comment-message",),
        ("abbr", "time", ".date, .comment-date", ".comment-meta"),
        cut=".comment-meta, .comment-number, .repondre, .comment-reply, .comment-titre",
    ),
    Scheme(
        NAME,
        "li.forum-fil, ul.forum li, li.forum_fil, ul.forum-items > li",
        (
            ".forum-auteur, .forum_auteur, .vcard .fn, .fn, [class*=auteur]",
            ".forum-chapo",
            ".forum-date, .forum-info",
        ),
        (".forum-texte, .forum_texte, .forum-text, .texte",),
        ("abbr", "time", ".forum-date, .forum_date, .date", ".forum-chapo"),
        cut=".forum-chapo, .forum-titre, .forum-repondre, .repondre, .forum-decalage",
    ),
    Scheme(
        NAME,
        "div.forum-message, .forum-item, div.comment-message",
        ("[class*=auteur]", ".forum-chapo", ".forum-date"),
        (".forum-texte, .texte",),
        ("time, abbr", ".forum-date, .date"),
        cut=".forum-chapo, .forum-titre, .forum-repondre, .repondre",
    ),
)


def recognise(page: Page) -> Thread | None:
    marks = "[class*=forum-], [class*=forum_], ul.forum, li.comment-li, li.comment-fil, ul.comment-ul, ul.comments-ul"
    return best(page, SCHEMES) if page.first(marks) else None
