"""wpDiscuz: classes begin with `wc-` up to version 5 and with `wpd-` from version 7 on."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import permalink
from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "wpdiscuz"
_ID = re.compile(r"(?:wc|wpd)-comm-(\d+)_.*")


def _identify(node: Node) -> str:
    hit = _ID.fullmatch(node.id or "")
    return f"comment-{hit[1]}" if hit else permalink.identify(node)


SCHEMES = (
    Scheme(
        NAME,
        "div.wpd-comment",
        (".wpd-comment-author > a", ".wpd-comment-author"),
        (".wpd-comment-text",),
        (".wpd-comment-date",),
        never=".wpd-comment.wpd-pingback, .wpd-comment.wpd-trackback",
        cut=".wpd-comment-footer, .wpd-comment-last-edited, .wpd-reply-to",
        identify=_identify,
    ),
    Scheme(
        NAME,
        "div.wc-comment",
        (".wc-comment-author",),
        (".wc-comment-text",),
        (".wc-comment-date",),
        never=".wc-comment.wc-pingback, .wc-comment.wc-trackback",
        cut=".wc-comment-footer, .wc-comment-last-edited",
        identify=_identify,
    ),
)


def recognise(page: Page) -> Thread | None:
    return best(page, SCHEMES) if page.first(".wpd-comment, .wc-comment") else None
