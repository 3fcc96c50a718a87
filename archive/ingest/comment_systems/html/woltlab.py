"""Woltlab: Burning Board 2 to 6, and the comments of the Suite below articles and pictures."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "woltlab"
SUITE = Board(
    NAME,
    items="article.wbbPost, article.message[data-post-id], article.message[data-object-id], "
    "article.message:has(.messageText)",
    body=(".messageText .htmlContent", ".messageText"),
    handle=(".messageAuthor .username", ".messageAuthor [itemprop=name]", ".username"),
    posted=(".messageHeader time", ".messageHeader woltlab-core-date-time", "time"),
    cut=".messageSignature, .messageFooter, .messageFooterNote",
    quotes="blockquote.quoteBox, woltlab-quote, blockquote",
    ids=("data-post-id", "data-object-id", "id"),
    anchor="post",
)
COMMENTS = Board(
    NAME,
    items=".commentList .jsComment, .commentList .jsCommentResponse, .commentList__item, "
    "li.comment[data-comment-id], li.commentResponse[data-response-id], .comment__response",
    body=(".userMessage", ".comment__message", ".commentResponse__message"),
    handle=(
        ".containerHeadline .userLink, .containerHeadline .username",
        ".containerHeadline [itemprop=name], .comment__author .username",
        ".commentResponse__author .username",
        ".comment__author, .commentResponse__author, .containerHeadline h3 a",
        ".containerHeadline h3",
    ),
    posted=("time", "woltlab-core-date-time", ".containerHeadline small"),
    ids=("data-comment-id", "data-response-id", "data-object-id"),
    anchor="comment",
    nested=True,
    total=".sectionTitle",
)
BURNING_BOARD_3 = Board(
    NAME,
    items="div.message:has([id^='postText'])",
    body=("[id^='postText']",),
    handle=(".messageAuthor .userName span", ".messageAuthor .userName", ".userName"),
    posted=(".messageHeader .smallFont", ".messageHeader .light", ".messageHeader p"),
    cut=".editNote, .signature",
    quotes="blockquote.quote, blockquote",
    anchor="post",
)
BURNING_BOARD_2 = Board(
    NAME,
    body=(
        "tr:has(> td > hr.threadline) + tr > td .normalfont",
        "tr:has(> td > hr.threadline) + tr > td.normalfont",
    ),
    handle=(
        "a[name^='post'] + b, a[name^='post'] b, .normalfont > b",
        "a[href*='profile.php']",
    ),
    posted=("td:has(> .time)", ".smallfont:has(.time)"),
    quotes="table:has(.smallfont b)",
    underlined=True,
)


def recognise(page: Page) -> Thread | None:
    return posts(page, SUITE, BURNING_BOARD_3, BURNING_BOARD_2, COMMENTS)
