"""When a comment was posted: as the page writes it, and as a moment where it gives a zone."""

from datetime import datetime

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.sight import Part, near
from archive.ingest.comment_systems.html.spans import Range, meets
from archive.ingest.html.page import Page

_LONGEST, _BEHIND_NAME, _MOST_CHILDREN = 60, 120, 8


def date(page: Page, draft: Draft, posted: Part | None, body: Part | None) -> None:
    """Sets the date of a draft from the element that is named for it, else from its text."""
    if posted is None:
        draft.posted = _behind_name(page, draft, body)
    else:
        whole = posted.place if posted.place[1] - posted.place[0] <= _LONGEST else None
        found = when.within(page.text, *posted.place) or _day_before(page.text, draft, posted)
        draft.posted = found or whole
    draft.posted_at = _moment(page, draft, posted)


def _day_before(text: str, draft: Draft, posted: Part) -> Range | None:
    """A day that stands right before the element, where that gives the time of day alone."""
    start, end = posted.place
    found = when.every(text, max(draft.whole[0], start - _LONGEST), end)
    return next((date for date in found if not text[date[1] : start].strip()), None)


def _moment(page: Page, draft: Draft, posted: Part | None) -> datetime | None:
    for node in (*near(posted.node), *_around(posted.node)) if posted else ():
        if at := when.told(node):
            return at
    written = when.moment(page.text[slice(*draft.posted)]) if draft.posted else None
    return written or _child_moment(draft.node)


def _around(node: Node) -> list[Node]:
    """The two elements around one: some systems give the moment to what is around the words."""
    parent = node.parent
    above = parent.parent if parent is not None else None
    return [each for each in (parent, above) if each is not None and each.is_element_node]


def _child_moment(node: Node) -> datetime | None:
    """The moment in an element without words, such as `meta`, directly in that of the comment."""
    child = node.first_child
    for _ in range(_MOST_CHILDREN):
        if child is None:
            break
        named = child.is_element_node and child.attributes
        if named and ({"datetime", "data-comment-timestamp"} & named.keys() or _is_meta(child)):
            return when.told(child)
        child = child.next
    return None


def _is_meta(node: Node) -> bool:
    return (node.attributes.get("itemprop") or "") in (
        "datePublished",
        "dateCreated",
        "commentTime",
    )


def _behind_name(page: Page, draft: Draft, body: Part | None) -> Range | None:
    """A date that stands behind the name, where no element says that it is one."""
    if draft.handle is None:
        return None
    at = draft.handle[1]
    place = when.find(page.text, at, min(at + _BEHIND_NAME, max(at, draft.end)))
    inside = place and body and meets(place, body.place)
    return None if place and inside and not _is_line(page.text, at, place) else place


def _is_line(text: str, at: int, place: Range) -> bool:
    """Whether a date right behind a name is a line of its own, and not how the words begin."""
    start, end = place
    line = text.find("\n", end)
    return not text[at:start].strip() and not text[end : line if line >= 0 else None].strip()
