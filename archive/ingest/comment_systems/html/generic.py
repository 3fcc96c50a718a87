"""Comments of a system that nobody has described: repeated blocks of an author, a date and words.

Elements are put into groups by what their class, id or microdata call them. A group holds comments
where its name, what is around it or the heading above it speaks of comments, and where most of its
elements have a date, a name and words of their own. Boxes of recent comments, teasers, testimonials
and forms are named otherwise, or lack one of the three. Dates may be missing only where each of
the elements is called a comment, and what is in it its author and its words.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import groups, teasers, unnamed, when
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.echoes import without
from archive.ingest.comment_systems.html.nesting import hang
from archive.ingest.comment_systems.html.scheme import Scheme, read
from archive.ingest.comment_systems.html.sight import Sight
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.html.vocabulary import REMOVED
from archive.ingest.html.page import Page

NAME = "generic"
_TERMS = "[id*=comment i] dl > dt, [class*=comment i] dl > dt, dl[class*=comment i] > dt"
_SMALLEST_SHARE, _LONGEST_DATE = 0.7, 60
_AUTHOR = (
    "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name]",
    "[itemprop=author], [itemprop=creator], .fn, [rel=author]",
    (
        "[class*=author i], [class*=autor i], [class*=auteur i], [class*=username i], "
        "[class*=user-name i], [class*=user_name i], "
        "[class*=nick i], [class*=poster i], [class*=pseudo i], [class*=commenter i], "
        "[class*=verfasser i], cite"
    ),
    "[class*=name i]:not([class*=ename i])",
    "[class*=user i], [class*=profile i], [class*=byline i]",
)
_BODY = (
    "[itemprop=text], [itemprop=commentText], [itemprop=description], [itemprop=reviewBody]",
    (
        "[class*=comment-content i], [class*=comment-text i], [class*=comment-body i], "
        "[class*=commenttext i], [class*=commentbody i], "
        "[class*=comment_text i], [class*=comment__text i], [class*=comment__body i], "
        "[class*=comment__content i], [class*=commentcontent i], "
        "[class*=comment_body i], [class*=comment_content i], [class*=comment-message i]"
    ),
    (
        ".content, .text, .body, .message, .comment, .kommentar, .entry-content, "
        "[class*=message i], [class*=content i], [class*=text i], [class*=body i]"
    ),
)
_POSTED = (
    "time",
    (
        "[itemprop=datePublished], [itemprop=dateCreated], [itemprop=commentTime], abbr[title], "
        "[data-timestamp]"
    ),
    (
        "[class*=date i], [class*=datum i], [class*=time i], [class*=zeit i], [class*=fecha i], "
        "[class*=posted i], [class*=created i]"
    ),
)
_CUT = (
    "[class*=meta i], [class*=header i], [class*=avatar i], header, footer, [class*=footer i], "
    "[class*=controls i], [class*=badge i]"
)
_WRAPPERS = (
    ".indented, [class*=children i], [class*=replies i], [class*=subcomment i], "
    "[class*=sub-comment i], [class*=antworten i], "
    "[class*=comment-thread i] [class*=comment-thread i], [class*=answers i]"
)


def recognise(page: Page) -> Thread | None:
    """The thread of the group that gives the most comments, or None where none is like comments."""
    dated = sorted({*when.dates(page.text), *_times(page)})
    sight = Sight(page)
    found = [*groups.named(page), groups.announced(page)]
    threads = [_thread(sight, nodes) for nodes in found if _mostly_dated(page, nodes, dated)]
    threads.append(_thread(sight, page.all(_TERMS), _RUN) if dated else None)
    marked = (nodes for nodes in found if groups.are_comments(page, nodes, *_BODY[:2]))
    return most(threads) or most(_thread(sight, nodes, is_dated=False) for nodes in marked)


def _times(page: Page) -> Iterator[Range]:
    """The elements that are named for a date and have one, whatever stands close to them."""
    for node in page.all(", ".join(_POSTED)):
        place = page.range(node)
        if place and place[1] - place[0] <= _LONGEST_DATE and when.within(page.text, *place):
            yield place


def _mostly_dated(page: Page, nodes: list[Node], dated: list[Range]) -> bool:
    """Whether most elements have a date in them, which is cheap to tell and true of few groups."""
    places = [place for node in nodes if (place := page.range(node))]
    hits = 0
    for start, end in places:
        at = bisect_left(dated, (start, 0))
        hits += at < len(dated) and dated[at][1] <= end
    return bool(places) and hits >= _SMALLEST_SHARE * len(places)


def _thread(
    sight: Sight, nodes: list[Node], scheme: Scheme | None = None, *, is_dated: bool = True
) -> Thread | None:
    page = sight.page
    drafts = [draft for draft in read(page, scheme or _SCHEME, sight, nodes) if draft.body]
    for draft in drafts:
        unnamed.date(page.text, draft)
        draft.handle = draft.handle or unnamed.find(page.text, draft)
    drafts = without(page, [draft for draft in drafts if _is_comment(page.text, draft)])
    whole = [draft for draft in drafts if draft.handle and (draft.posted or not is_dated)]
    signed = sum(bool(draft.handle or draft.posted) for draft in drafts)
    if not whole or len(whole) < _SMALLEST_SHARE * signed or teasers.are(sight, drafts):
        return None
    hang(page, drafts, _WRAPPERS)
    return compose(page, NAME, drafts)


_SCHEME = Scheme(NAME, "", _AUTHOR, _BODY, _POSTED, cut=_CUT, wrappers=_WRAPPERS)


def _is_comment(text: str, draft: Draft) -> bool:
    """Whether it has words, and a name or a date; or says that a comment was taken away."""
    if draft.body is None or draft.handle or draft.posted:
        return draft.body is not None
    return bool(REMOVED.fullmatch(text, *draft.body))


# A list of terms: the term is the head of a comment, what is said of it the words.
_RUN = replace(_SCHEME, author=("dt .fn, dt cite",), body=("dd",), run=True)
