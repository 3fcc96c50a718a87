"""LWN: boxes within boxes, each with a line that says when and by whom it was posted."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "lwn"
BOXES = Board(
    NAME,
    items=".CommentBox:has(.CommentPoster)",
    body=(".FormattedComment",),
    handle=(".CommentPoster b", ".CommentPoster"),
    posted=(".CommentPoster",),
    cut=".CommentTitle, .CommentPoster, .CommentReplyButton",
    quotes=".QuotedText, blockquote",
    nested=True,
)


def recognise(page: Page) -> Thread | None:
    return posts(page, BOXES)
