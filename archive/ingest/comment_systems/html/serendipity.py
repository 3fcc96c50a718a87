"""Serendipity: `.serendipity_comment`, indented by a padding; trackbacks stand apart."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import permalink
from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "serendipity"


def _identify(node: Node) -> str:
    digits = re.search(r"\d+$", node.id or "")
    return f"c{digits[0]}" if digits else permalink.identify(node)


SCHEMES = (
    Scheme(
        NAME,
        ".serendipity_comment",
        (
            ".comment_source_author, .comment_author, cite",
            ".serendipity_comment_source a, .serendipity_commentFooter",
        ),
        (".serendipity_commentBody, .comment_content, .commentbody",),
        (
            "time",
            ".comment_source_date, .comment_date, .serendipity_comment_source",
            ".comment_source",
        ),
        never=".serendipity_trackbacks .serendipity_comment, .trackback",
        cut=".serendipity_comment_source, .comment_source",
        identify=_identify,
    ),
)


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES) if page.first("[class*=serendipity_comment]") else None
