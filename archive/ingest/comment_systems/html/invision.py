"""Invision Power Board 2 and 3, Invision Community 4 and 5, with the comments of the latter."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "invision"
COMMUNITY = Board(
    NAME,
    items="article.ipsComment, article[id^='elComment_'], .ipsComment[data-commentid], "
    "article.ipsEntry",
    body=("[data-role=commentContent]",),
    handle=(
        ".cAuthorPane_author strong",
        ".cAuthorPane_author a",
        ".cAuthorPane_author",
        ".ipsComment_author strong, .ipsComment_header h3 a, .ipsComment_author .ipsType_break",
        ".ipsEntry__username a, .ipsComment_author a",
        ".ipsEntry__username",
    ),
    posted=(".ipsComment_meta time", ".ipsEntry__date time", "time"),
    cut="[data-excludequote], [data-role=memberSignature]",
    quotes="blockquote.ipsQuote",
    ids=("data-commentid", "id"),
    anchor="comment-",
    total="[data-role=comment_count]",
)
BOARD_3 = Board(
    NAME,
    items=".post_block, div[id^='comment_id_']",
    body=(".post.entry-content", ".entry-content", ".comment_content"),
    handle=(".author [itemprop=name]", ".author .fn, .author .url", ".author"),
    posted=("abbr.published", ".posted_info", ".published"),
    cut=".edit, .signature",
    quotes="blockquote.ipsBlockquote, .blockquote, blockquote",
    anchor="entry",
)
BOARD_2 = Board(
    NAME,
    body=(".postcolor",),
    handle=(".normalname a", ".normalname", ".unreg"),
    posted=(".postdetails",),
    cut=".edit, .signature",
    quotes=".quotemain",
    anchor="entry",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, COMMUNITY, BOARD_3, BOARD_2)
