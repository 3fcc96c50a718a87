"""Boards that are met less often: bbPress, NodeBB, Flarum, Khoros, Asgaros, wpForo, Slashdot's."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

BBPRESS = Board(
    "bbpress",
    body=(".bbp-topic-content, .bbp-reply-content",),
    handle=(".bbp-author-name",),
    posted=(".bbp-topic-post-date, .bbp-reply-post-date",),
    cut=".bbp-topic-revision-log, .bbp-reply-revision-log",
    anchor="post-",
    above="bbp-reply-header",
)
NODEBB = Board(
    "nodebb",
    items="[component=post]",
    body=("[component='post/content']",),
    handle=("[component='post/header'] [itemprop=author]", "a[data-username]", "[itemprop=author]"),
    posted=(".timeago", ".permalink"),
    ids=("data-pid",),
)
FLARUM = Board(
    "flarum",
    items=".CommentPost",
    body=(".Post-body",),
    handle=(".PostUser-name .username", ".username"),
    posted=(".PostMeta time", "time"),
    ids=("data-id",),
)
KHOROS = Board(
    "khoros",
    items=".lia-message-view-display, .lia-message-view-wrapper",
    body=(".lia-message-body-content", ".lia-message-body"),
    handle=(".lia-user-name-link", ".UserName"),
    posted=(".lia-message-posted-on", ".DateTime"),
    cut=".lia-message-signature, .lia-message-edited-on",
    ids=("data-lia-message-uid",),
)
ASGAROS = Board(
    "asgaros",
    items=".forum-post",
    body=(".post-message",),
    handle=(".post-username", ".post-author-block-name"),
    posted=(".forum-post-date", ".post-date"),
    cut=".signature, .post-footer",
)
WPFORO = Board(
    "wpforo",
    body=(".wpforo-post-content",),
    handle=(".author-name a", ".author-name", ".wpf-author-name"),
    posted=(".wpf-post-date", ".cbottom-left", ".bottom"),
    cut=".wpforo-post-signature",
)
SLASHDOT = Board(
    "slashdot",
    items="li.comment[id^='tree_']",
    body=("[id^='comment_body_']",),
    handle=(".by a", ".by"),
    posted=(".otherdetails",),
    cut=".commentSub",
    nested=True,
)
BOARDS = (BBPRESS, NODEBB, FLARUM, KHOROS, ASGAROS, WPFORO, SLASHDOT)


def recognise(page: Page) -> Thread | None:
    return posts(page, *BOARDS)
