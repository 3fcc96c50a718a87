"""MyBB 1.4 to 1.8."""

from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.forum import recognise as posts
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "mybb"
MYBB = Board(
    NAME,
    items=":is(div, table, article)[id^='post_']:has(.post_body)",
    body=(".post_body",),
    handle=(
        ".author_information a[href*='member.php'], .author_information a[href*='user-']",
        ".author_information .largetext, .post_author .largetext",
        ".author_information strong, .post_author strong",
        ".post_author a[href*='member.php'], .post_author a[href*='user-']",
    ),
    posted=(".post_date", ".post_head", "td.tcat .smalltext", ".tcat"),
    cut=".post_edit, .signature, .post_meta",
    anchor="pid",
)


def recognise(page: Page) -> Thread | None:
    return posts(page, MYBB)
