"""WordPress core and wordpress.com, and the many themes that rename what core writes.

A comment is `li.comment` with the id `comment-N` or `li-comment-N`; replies are `ul.children` or
`ol.children` in it. Older themes write `li.alt#comment-N` with `cite` and `small.commentmetadata`,
others `div.comment` or `article.comment`. Pingbacks and trackbacks bear these words as class.
"""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.best import best
from archive.ingest.comment_systems.html.scheme import Scheme
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "wordpress"
_ITEMS = (
    "li.comment, li[id^='comment-'], li[id^='li-comment-'], li.pingback, li.trackback",
    (
        "div.comment[id^='comment-'], div.comment[id^='div-comment-'], "
        "div.comment[id^='li-comment-'], "
        "div.pingback[id^='comment-'], div.trackback[id^='comment-'], "
        "div[class*=depth-][id^='comment-']"
    ),
    "article.comment[id], article[id^='comment-'], article.pingback[id]",
    (
        "ol[class*=commentlist] > li, ul[class*=commentlist] > li, ol#commentlist > li, "
        "ul#commentlist > li, "
        "ol.comments > li, ol.comment-list > li"
    ),
    (
        "div.commentlist > div, .comment-list > div.comment, .commentlist div.comment, "
        "#comments div.comment"
    ),
)
_AUTHOR = (
    ".comment-author .fn, .fn",
    "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name]",
    "cite",
    ".comment-author, .comment_author, .commentauthor, .comment-author-name, .commenter, .author",
    "a.url",
    "[itemprop=author], [class*=author i], [class*=name], .comment-meta strong, strong, b",
)
_BODY = (
    "[itemprop=text], [itemprop=commentText]",
    ".comment-text, .comment_text, .commenttext, .comment-body-text, .comment-txt, .commententry",
    ".comment-content, .comment-entry, .comment_content, .commentcontent",
    ".wp-block-comment-content, .entry-content, .comment-copy, .text, .comment_body",
    "[class*=comment-content], [class*=comment_content], [class*=comment-text]",
    ".comment-body, .commentbody, .comment-inner",
)
_POSTED = (
    "time",
    "abbr[title]",
    (
        ".commentmetadata, .comment-meta-data, .comment-date, .comment_date, .commentdate, "
        ".comment-time"
    ),
    ".comment-meta, .comment-metadata, .comment_meta, .commentmeta, .meta, .date, .published",
    "[class*=date i], [class*=time i], small",
)
_NEVER = (
    ".pingback, .trackback, .ping, #respond, .comment-respond, [class*=pingback i]:not(li) li, "
    "[id*=trackback i] li, [id*=pingback i] li, .trackbacklist li, .trackbacks li, .pinglist li, "
    ".pings li, #pings li"
)
_CUT = (
    ".comment-meta, .commentmetadata, .comment-author, .comment-metadata, .comment-header, "
    ".comment_header, "
    "header, .vcard, .avatar, .comment-awaiting-moderation, .comment-date, .comment-util, "
    ".cld-like-dislike-wrap, "
    ".commentnumber, .comment-number, .count, .comment-info"
)
_ID = re.compile(r"(?:li-|div-)?(comment-\d+)")


def _identify(node: Node) -> str:
    hit = _ID.fullmatch(node.id or "")
    return hit[1] if hit else node.id or ""


SCHEMES = tuple(
    Scheme(NAME, items, _AUTHOR, _BODY, _POSTED, _NEVER, _CUT, identify=_identify)
    for items in _ITEMS
)


def recognise(page: Page) -> Thread | None:
    if not page.first("[id*=comment], [class*=comment]"):
        return None
    return best(page, SCHEMES)
