"""Vanilla: the discussion is the first post, its comments are the others."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "vanilla"
VANILLA = Board(
    NAME,
    items=".ItemDiscussion, .ItemComment, li.Comment[id^='Comment_']",
    body=(".Message",),
    handle=(".Author .Username", ".Author a[href*='/profile/']:not(.PhotoWrap)", ".Username"),
    posted=(".DateCreated time", "time", ".DateCreated"),
    cut=".Signature, .Reactions, .DateUpdated",
    quotes=".Quote, .UserQuote, blockquote",
    anchor="Comment_",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, VANILLA)
