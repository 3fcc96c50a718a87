"""phpBB 2 and 3, with the styles prosilver and subSilver and what is made after them."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "phpbb"
_PROFILE = "a[href*='viewprofile'], a[href*='memberlist.php'], a[href*='profile.php']"
PROSILVER = Board(
    NAME,
    items="div.post:has(.postbody):has(.postprofile), article.post:has(.postprofile)",
    body=(".postbody .content", ".postbody .post-content", ".content"),
    handle=(
        ".author .username, .author .username-coloured",
        f".author strong a, .author :is({_PROFILE})",
        ".postprofile .username, .postprofile .username-coloured",
        f".postprofile :is({_PROFILE})",
        ".author strong, .postprofile dt strong",
        ".postprofile dt",
    ),
    posted=(".author time", ".author", ".post-date", "time"),
    cut=".signature, .notice, .attachbox",
    anchor="p",
    total=".pagination",
)
SUBSILVER_2 = Board(
    NAME,
    body=("td:has(> div.postbody)",),
    handle=(".postauthor",),
    posted=("td.gensmall div[style*=right]", "td.gensmall:has(b)"),
    cut=".gensmall",
    quotes=".quotecontent",
    underlined=True,
)
SUBSILVER = Board(
    NAME,
    # A quotation within a quotation has words of this class too.
    body=("td:not(.quote):has(> span.postbody)",),
    handle=("span.name b", "span.name a", "span.name", ".nav b"),
    posted=("tr:has(> td > .postdetails):not(:has(.name)) .postdetails", ".postdetails"),
    cut=".gensmall",
    quotes="table:has(> tbody > tr > td.quote)",
    underlined=True,
)


def recognise(page: Page) -> Thread | None:
    return posts(page, PROSILVER, SUBSILVER, SUBSILVER_2)
