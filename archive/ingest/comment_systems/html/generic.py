"""Comments of a system that nobody has described: repeated blocks of an author, a date and words.

Elements are put into groups by what their class, id or microdata call them. A group holds comments
where its name, what is around it or the heading above it speaks of comments, and where most of its
elements have a date, a name and words of their own. Boxes of recent comments, teasers, testimonials
and forms are named otherwise, or lack one of the three.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import teasers, unnamed, when
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.echoes import without
from archive.ingest.comment_systems.html.nesting import hang
from archive.ingest.comment_systems.html.scheme import Scheme, read
from archive.ingest.comment_systems.html.sight import Sight
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.comment_systems.html.vocabulary import ANNOUNCED, ASIDE, NEAR, SINGLE, TEASER
from archive.ingest.html.page import Page

NAME = "generic"
_TAGS = "li, div, article, section, dl, dd, tr, td, p, blockquote, table, comment, ol, ul"
_HEADS = "h2, h3, h4, h5, h6, strong, b, p, span, div.title, dt, legend"
_NUMBERED = re.compile(r"([a-z][a-z_-]*?)[-_]?([0-9a-f-]*\d[0-9a-f-]*)", re.IGNORECASE)
_FARTHEST, _SMALLEST_SHARE = 6, 0.7
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
        ".content, .text, .body, .message, .entry-content, [class*=message i], [class*=content i], "
        "[class*=text i], [class*=body i]"
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
    if not dated:
        return None
    sight = Sight(page)
    groups = [*_groups(page), _announced(page)]
    return most(_thread(sight, nodes) for nodes in groups if _mostly_dated(page, nodes, dated))


def _times(page: Page) -> Iterator[Range]:
    return (place for node in page.all(_POSTED[0]) if (place := page.range(node)))


def _mostly_dated(page: Page, nodes: list[Node], dated: list[Range]) -> bool:
    """Whether most elements have a date in them, which is cheap to tell and true of few groups."""
    places = [place for node in nodes if (place := page.range(node))]
    hits = 0
    for start, end in places:
        at = bisect_left(dated, (start, 0))
        hits += at < len(dated) and dated[at][1] <= end
    return bool(places) and hits >= _SMALLEST_SHARE * len(places)


def _groups(page: Page) -> Iterator[list[Node]]:
    """The elements that bear one name, for each name of the page that may be that of comments."""
    named: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in page.all(_TAGS):
        if page.range(node):
            for name in _names(node):
                named[node.tag or "", name].append(node)
    likely = sorted(named.items(), key=lambda each: -len(each[1]))
    seen: set[tuple[int, ...]] = set()
    for (_, name), nodes in likely:
        key = tuple(node.mem_id for node in nodes)
        if key not in seen and _is_near(name, nodes):
            seen.add(key)
            yield nodes


def _announced(page: Page) -> list[Node]:
    """The elements around headings that announce a comment by its author, one for each."""
    around: dict[int, Node] = {}
    for node in page.all(_HEADS):
        place = page.range(node)
        if place and ANNOUNCED.match(page.text, *place) and node.parent is not None:
            around.setdefault(node.parent.mem_id, node.parent)
    return list(around.values())


def _names(node: Node) -> set[str]:
    """What an element is called: its classes, its id without number, its type in microdata."""
    names = set((node.attributes.get("class") or "").split())
    if node.id and (hit := _NUMBERED.fullmatch(node.id)):
        names.add("#" + hit[1])
    if (node.attributes.get("itemprop") or "") == "comment":
        names.add("itemprop=comment")
    if (node.attributes.get("itemtype") or "").endswith(("/Comment", "/UserComments")):
        names.add("itemtype=Comment")
    parent = node.parent
    if parent is not None and node.tag in ("li", "dd", "div", "article", "p"):
        around = [parent.id or "", *(parent.attributes.get("class") or "").split()]
        names.update(f"{each}>" for each in around if each and NEAR.search(each))
    return names


def _is_near(name: str, nodes: list[Node]) -> bool:
    """Whether the name of a group, or of what is around it, speaks of comments and of no side box.

    A single element is taken only where its own name is that of one comment.
    """
    called = f"{nodes[0].id or ''} {nodes[0].attributes.get('class') or ''}"
    if ASIDE.search(name) or TEASER.search(called):
        return False
    around = list(_around(nodes[0]))
    if any(ASIDE.search(each) for each in around):
        return False
    if len(nodes) == 1:
        return bool(SINGLE.search(name))
    return bool(NEAR.search(name)) or any(NEAR.search(each) for each in around)


def _around(node: Node) -> Iterator[str]:
    at = node.parent
    for _ in range(_FARTHEST):
        if at is None or at.tag in ("body", "html", "main"):
            break
        yield f"{at.id or ''} {at.attributes.get('class') or ''}"
        at = at.parent


def _thread(sight: Sight, nodes: list[Node]) -> Thread | None:
    page = sight.page
    drafts = [draft for draft in read(page, _SCHEME, sight, nodes) if draft.body]
    for draft in drafts:
        unnamed.date(page.text, draft)
        draft.handle = draft.handle or unnamed.find(page.text, draft)
    drafts = [draft for draft in without(page, drafts) if draft.handle or draft.posted]
    whole = [draft for draft in drafts if draft.handle and draft.posted]
    if not whole or len(whole) < _SMALLEST_SHARE * len(drafts) or teasers.are(sight, drafts):
        return None
    hang(page, drafts, _WRAPPERS)
    return compose(page, NAME, drafts)


_SCHEME = Scheme(NAME, "", _AUTHOR, _BODY, _POSTED, cut=_CUT, wrappers=_WRAPPERS)
