"""vBulletin 3, 4 and 5.

Versions 3 and 4 give the body of a post the id `post_message_N`; whatever else a style renames,
it keeps this, because the scripts look for it.
"""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "vbulletin"
VBULLETIN_3 = Board(
    NAME,
    body=("[id^='post_message_']",),
    handle=(".bigusername", "[id^='postmenu_'] a", "[id^='postmenu_']", ".username"),
    posted=("td.thead", ".thead", ".tcat"),
    cut=".signature, [id^='signature'], .lastedited",
    quotes="div[style*=margin]:has(> .smallfont):has(> table), .quote, .bbcode_quote",
    anchor="post",
)
VBULLETIN_4 = Board(
    NAME,
    body=("[id^='post_message_'] .postcontent", "[id^='post_message_']"),
    handle=(".username_container .username", ".username_container strong", ".username"),
    items="li.postbit, li.postbitlegacy, li.postcontainer, .postbitim",
    posted=(".postdate .date", ".posthead .date", ".date"),
    cut=".lastedited, .signature",
    quotes=".bbcode_quote",
    anchor="post",
    total=".postpagestats",
)
VBULLETIN_5 = Board(
    NAME,
    body=(".js-post__content-text", ".b-post__content-text", ".post-content-text"),
    handle=(".author [itemprop=name]", ".author a", ".author strong", ".author"),
    items="li.b-post, .b-comment",
    posted=(".b-post__timestamp time", ".b-post__timestamp", ".post-date", "time"),
    cut=".post-signature, .b-post__edited, .post-edited",
    quotes=".bbcode_quote",
    ids=("data-node-id",),
    anchor="post",
    epoch="data-node-publishdate",
    nested=True,
)


def recognise(page: Page) -> Thread | None:
    return posts(page, VBULLETIN_4, VBULLETIN_5, VBULLETIN_3)
