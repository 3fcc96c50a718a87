"""Comments that the saved page does not hold: an embed, or a number and nothing below it."""

import re

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import count
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.html.vocabulary import AROUND, NEAR
from archive.ingest.html.page import Page

NAME = "elsewhere"
EMBEDS = (
    (
        "disqus",
        (
            "#disqus_thread, script[src*='disqus.com/embed'], iframe[src*='disqus.com'], "
            "[data-disqus-identifier]"
        ),
    ),
    (
        "facebook",
        ".fb-comments, .fb_comments, iframe[src*='plugins/comments'], [class*='fb:comments']",
    ),
    ("coral", "#coral_thread, #coral-talk, #coral_talk_stream, .coral-talk, [id*=coralTalk]"),
    ("livefyre", "#livefyre, #livefyre-comments, .fyre, [id^=livefyre]"),
    ("hyvor", "#hyvor-talk-view, hyvor-talk-comments"),
    ("commento", "#commento, commento-comments"),
    ("utterances", ".utterances, script[src*='utteranc.es']"),
    ("giscus", ".giscus, #giscus, script[src*='giscus.app']"),
    ("intensedebate", "#idc-container, #IDCommentsNewThread, script[src*='intensedebate.com']"),
    ("isso", "#isso-thread"),
    ("remark42", "#remark42"),
    ("cusdis", "#cusdis_thread"),
    ("graphcomment", "#graphcomment"),
    ("openweb", "[data-spotim-module], [data-spot-im-module], #spotim, script[src*='spot.im']"),
    ("viafoura", "vf-conversations, .viafoura"),
    ("vuukle", "#vuukle-comments, .vuukle-comments"),
    ("discourse", "#discourse-comments"),
    ("htmlcommentbox", "#HCB_comment_box"),
    ("cackle", "#mc-container"),
    ("muut", ".muut"),
    ("googleplus", ".g-comments"),
    ("insticator", "[id*=insticator-comment]"),
    (
        "iframe",
        (
            "iframe[id*=comment i], iframe[class*=comment i], iframe[src*='/comments'], "
            "iframe[title*=comment i]"
        ),
    ),
)
_STATEMENTS = (
    "[id*=comment i], [class*=comment i], [id*=kommentar i], [class*=kommentar i], [id*=coment i], "
    "[class*=coment i], [id*=koment i], [class*=koment i], [itemprop=commentCount], h2, h3, h4, "
    "[class*=comment i] [class*=title i], [class*=comment i] [class*=caption i]"
)
_MAIN = re.compile(r"\b(?:hentry|hfeed|post-outer|blog-posts)\b")
_LONGEST, _FARTHEST = 90, 6


def recognise(page: Page) -> Thread | None:
    """What the page says of comments that it has not; None where it speaks of none."""
    system = next((name for name, selector in EMBEDS if page.first(selector)), "")
    said = _said(page)
    if not system and said is None:
        return None
    number, place = said or (None, None)
    held_back = "" if page.first("[id^=comment-]") else "script"
    outside = (system or held_back) if number else system if number is None else ""
    held = [place] if place else []
    return Thread(NAME, held, [], number, place, outside)


def _said(page: Page) -> tuple[int, tuple[int, int]] | None:
    heard = [
        (number, place)
        for node in page.all(_STATEMENTS)
        if (place := page.range(node)) and place[1] - place[0] <= _LONGEST
        if (number := count.stated(page.text[slice(*place)])) is not None
        if _is_of_comments(page, node) and not _is_aside(node)
    ]
    return heard[-1] if len({number for number, _ in heard}) == 1 else None


def _is_of_comments(page: Page, node: Node) -> bool:
    """Whether the words, or the name of their element, speak of comments: not all headings do."""
    named = f"{node.id or ''} {node.attributes.get('class') or ''}"
    return bool(NEAR.search(page.words(node)) or NEAR.search(named))


def _is_aside(node: Node) -> bool:
    at: Node | None = node.parent
    for _ in range(_FARTHEST):
        if at is None or at.tag in ("body", "html"):
            return False
        named = f"{at.id or ''} {at.attributes.get('class') or ''}"
        if _MAIN.search(named):
            return False
        if at.tag in ("aside", "nav") or AROUND.search(named):
            return True
        at = at.parent
    return False
