"""Boards that are met less often, and sites whose comments have markup of their own."""

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
    epoch="data-timestamp",
)
FLARUM = Board(
    "flarum",
    items=".CommentPost, article:has(> .Post-body)",
    body=(".Post-body",),
    handle=(".PostUser-name .username", ".PostUser-name", ".username"),
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
KUNENA = Board(
    "kunena",
    body=(".kmsg",),
    handle=(".kpost-username", "[class*='kwho-']"),
    posted=(".kmsgdate", ".kdate", ".kmessage-date"),
    cut=".kmsgsignature, .kmessage-editmarkup",
)
SIMPLE_PRESS = Board(
    "simplepress",
    items=".spTopicPostSection",
    body=(".spPostContent",),
    handle=(".spPostUserName",),
    posted=(".spPostUserDate",),
)
# Comments of news of the clans that a German content manager was made for.
WEBSPELL = Board(
    "webspell",
    body=("form[action*='comments.php'] td:has(> hr) > div",),
    handle=("td.title a.titlelink", "td.title b"),
    posted=("td.title i",),
    quotes=".quote",
)
HEISE = Board(
    "heise",
    body=(".bbcode_text",),
    handle=(".full_user_string .pseudonym", ".pseudonym", ".full_user_string"),
    posted=(".posting_timestamp time", "time.posting_timestamp", "time"),
    quotes="blockquote",
)
ZEIT = Board(
    "zeit",
    items="article.comment[id^='cid-']",
    body=(".comment__body",),
    handle=(".comment-meta__name", ".comment__name"),
    posted=(".comment-meta__date", ".comment__date"),
    level="comment--indented",
    total=".comment-section__headline",
)
LIVEJOURNAL = Board(
    "livejournal",
    items=".b-leaf",
    body=(".b-leaf-article",),
    handle=(".b-leaf-username .ljuser b", ".b-leaf-username-name", ".b-leaf-username"),
    posted=(".b-leaf-createdtime", "time"),
    level=r"b-tree-twig-\d+",
)
DREAMWIDTH = Board(
    "dreamwidth",
    items="div[id^='cmt']:has(.comment-content)",
    body=(".comment-content",),
    handle=(".comment-poster .ljuser b", ".comment-poster"),
    posted=(".datetime",),
    level=r"comment-depth-\d+",
)
BOARDS = (BBPRESS, NODEBB, FLARUM, KHOROS, ASGAROS, WPFORO, KUNENA, SIMPLE_PRESS)
SITES = (SLASHDOT, WEBSPELL, HEISE, ZEIT, LIVEJOURNAL, DREAMWIDTH)


def recognise(page: Page) -> Thread | None:
    return posts(page, *BOARDS, *SITES)
