"""Stack Exchange: the comments below a question and below each answer, a section for each.

The name stands behind the words. What a reader has to ask for ("Show 5 more comments") is not in
the page; the page says how many they are.
"""

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.board import Board
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.forum import around
from archive.ingest.comment_systems.html.posts import read
from archive.ingest.comment_systems.html.spans import Range, owners
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

NAME = "stackexchange"
COMMENTS = Board(
    NAME,
    items="li.comment[id^='comment-'], tr.comment[id^='comment-']",
    body=(".comment-copy",),
    handle=(".comment-user",),
    posted=(".comment-date span", ".comment-date"),
    ids=("data-comment-id", "id"),
    anchor="comment",
)
_SECTIONS = ".js-post-comments-component, .js-comments-container, div.comments[id^='comments-']"


def recognise(page: Page) -> Thread | None:
    drafts = [draft for draft in read(page, COMMENTS) if draft.body]
    if not drafts:
        return None
    for draft in drafts:
        _date(page, draft)
    thread = compose(page, NAME, drafts, _sections(page, drafts))
    hidden = sum(map(_remaining, page.all("[data-remaining-comments-count]")))
    stated = len(drafts) + hidden if hidden else None
    return Thread(NAME, thread.wholes, thread.comments, stated)


def _sections(page: Page, drafts: list[Draft]) -> list[Range]:
    """The outermost elements that hold comments, else all the comments in one."""
    places = sorted({place for node in page.all(_SECTIONS) if (place := page.range(node))})
    outer = [place for place in places if not _held(place, places)]
    held = owners(outer, [draft.whole for draft in drafts])
    if None in held:
        return [around(drafts)]
    return [outer[at] for at in sorted({at for at in held if at is not None})]


def _held(place: Range, places: list[Range]) -> bool:
    return any(each[0] <= place[0] and place[1] <= each[1] and each != place for each in places)


def _date(page: Page, draft: Draft) -> None:
    """The title of the date is the moment, with the licence behind it."""
    titles = (node.attributes.get("title") or "" for node in page.all("[title]", draft.node))
    moments = (when.moment(title.split(",")[0].strip()) for title in titles)
    draft.posted_at = next((at for at in moments if at), draft.posted_at)


def _remaining(node: Node) -> int:
    said = node.attributes.get("data-remaining-comments-count") or ""
    return int(said[:6]) if said.isascii() and said.isdigit() else 0
