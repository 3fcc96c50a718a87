"""XenForo 1 and 2, with the comments of their article and media managers."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "xenforo"
# A placeholder of a deleted post has a name and a date, and no body.
XENFORO_2 = Board(
    NAME,
    items="article.message[data-author], div.message[data-author], .js-comment[data-author]",
    body=(".message-body .bbWrapper", ".message-content .bbWrapper", ".message-body"),
    handle=(".message-name .username", ".message-name", ".username"),
    posted=(".message-attribution time", "time"),
    quotes=".bbCodeBlock--quote, blockquote.bbCodeBlock",
    ids=("data-content", "id"),
    anchor="post-",
)
XENFORO_1 = Board(
    NAME,
    items="li.message[id^='post-'], li.message[data-author], li.messageSimple[data-author]",
    body=(".messageContent .messageText", ".messageContent blockquote"),
    handle=(".messageUserInfo .username", ".userText .username", ".poster", ".username"),
    posted=(".messageMeta .DateTime", ".messageDetails .DateTime", ".DateTime"),
    cut=".messageTextEndMarker, .editDate",
    quotes=".bbCodeQuote",
    anchor="post-",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, XENFORO_2, XENFORO_1)
