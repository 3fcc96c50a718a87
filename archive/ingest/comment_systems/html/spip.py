"""SPIP: the forum below an article, `ul.forum` with `li.forum-fil`, or the plugin "comments".

The forum names its parts `forum-chapo` (title), `forum-date` ("Le 3 mai 2010, par NAME") and
`forum-texte`; templates of sites add `forum-qui-N` for the name and `forum-nav` for the date.
"""

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "spip"
_FORUM_AUTHOR = ("[class*=forum-qui], .forum-auteur, .forum_auteur, .fn, [class*=auteur]",)
_FORUM_BODY = (".forum-texte, .forum_texte, .forum-text, .texte",)
_FORUM_POSTED = (
    "abbr, time",
    ".forum-date, .forum_date, .date",
    ".forum-nav, .forum-top, .forum-chapo",
)
_FORUM_CUT = ".forum-top, .forum-chapo, .forum-titre, .forum-repondre, .repondre, .notes-forum"
SCHEMES = (
    Scheme(
        NAME,
        "li.comment-li, li.comment-fil, ul.comments-ul > li, ul.comment-ul > li",
        (".fn", "cite", ".comment-author, .comment-auteur"),
        (".comment-texte, .comment-content, .comment-message",),
        ("abbr, time", ".date, .comment-date", ".comment-meta"),
        cut=".comment-meta, .comment-number, .repondre, .comment-reply, .comment-titre",
    ),
    *(
        Scheme(NAME, items, _FORUM_AUTHOR, _FORUM_BODY, _FORUM_POSTED, cut=_FORUM_CUT)
        for items in (
            "li.forum-fil, li.forum_fil, ul.forum li, ul.forum-items > li",
            "div.forum-message, .forum-item",
        )
    ),
)


def recognise(page: Page) -> Thread | None:
    marks = "[class*=forum-], [class*=forum_], ul.forum, li.comment-li, li.comment-fil"
    return best(page, SCHEMES) if page.first(f"{marks}, ul.comment-ul, ul.comments-ul") else None
