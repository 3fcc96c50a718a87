"""Simple Machines Forum 1 and 2."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "smf"
_PROFILE = "a[href*='action=profile'], a[href*='/profile/']"
SMF_2 = Board(
    NAME,
    items=".post_wrapper, .windowbg:has(> .postarea), .windowbg2:has(> .postarea)",
    body=(".post .inner", ".inner[id^='msg_']", ".inner"),
    handle=(f".poster h4 :is({_PROFILE})", ".poster h4", f".poster :is({_PROFILE})"),
    posted=(".keyinfo .smalltext", ".postinfo time", ".postinfo .smalltext", ".smalltext"),
    cut=".signature, .modified, .smalltext.modified",
    quotes=".bbc_standard_quote, .bbc_alternate_quote, blockquote",
    ids=("id", "data-msgid"),
    anchor="msg",
)
SMF_1 = Board(
    NAME,
    body=("td > .post, .post[id^='msg_']",),
    handle=(f"td[rowspan] > b :is({_PROFILE})", "td[rowspan] > b", f"b > :is({_PROFILE})"),
    posted=("div.smalltext:has(b)", "div.smalltext"),
    quotes=".quote",
    anchor="msg",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, SMF_2, SMF_1)
