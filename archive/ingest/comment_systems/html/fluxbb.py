"""FluxBB and punBB 1.2, and punBB since 1.3."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "fluxbb"
FLUXBB = Board(
    NAME,
    items=".blockpost",
    body=(".postmsg",),
    handle=(".postleft dt strong", ".postleft dt", ".postleft strong"),
    posted=("h2 a", "h2"),
    cut=".postedit, .postsignature",
    quotes=".quotebox",
    anchor="p",
)
PUNBB = Board(
    NAME,
    items=".post:has(.entry-content):has(.posthead .post-ident)",
    body=(".entry-content",),
    handle=(".post-byline strong", ".post-byline a", ".post-byline"),
    posted=(".post-link", ".posthead a.permalink", ".posthead"),
    cut=".sig-content, .edited",
    quotes=".quotebox",
    anchor="p",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, FLUXBB, PUNBB)
