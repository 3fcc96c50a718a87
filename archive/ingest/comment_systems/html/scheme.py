"""A comment system as selectors: which elements are comments, and what in them is what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import body, head, permalink, posted, unnamed
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.echoes import without
from archive.ingest.comment_systems.html.nesting import hang
from archive.ingest.comment_systems.html.sight import Part, Parts, Sight
from archive.ingest.comment_systems.html.spans import Range, holds
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

CONTROLS = (
    "button, form, nav, label, a[class*=reply i], a[class*=permalink i], a[class*=edit i], "
    "[class*=reply-link i], "
    "[class*=reply-button i], [class*=actions], [class*=edit-link i], [class*=vote i], "
    "[class*=voting i], "
    "[class*=rating i], [class*=karma i], [class*=report i], [class*=moderation], "
    "[class*=sharedaddy], "
    "[class*=share-], [class*=says], [class*=signature i], [class*=like-button], [class*=likes], "
    "[class*=toolbar], .reply, .replylink, .comment-reply, .comment-footer, .screen-reader-text, "
    "[class*=lastedit i], [class*=edited i]"
)


_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Scheme:
    """Selectors of one system; of a tuple the first that finds anything in a comment is taken.

    `never` are elements that look like comments and are none, such as pingbacks. Without `body`
    the body is the longest run of words that nothing else takes. `cut` is what a body leaves out
    at its ends, beside the usual controls. `wrappers` see `nesting.hang`. `identify` gives the id
    that a link to the comment needs.
    With `run` an element is the head of a comment, and what follows it up to the next one the rest.
    """

    name: str
    items: str
    author: tuple[str, ...]
    body: tuple[str, ...] = ()
    posted: tuple[str, ...] = ("time",)
    never: str = ""
    cut: str = ""
    wrappers: str = ""
    quotes: str = "blockquote"
    identify: Callable[[Node], str] = permalink.identify
    run: bool = False


def recognise(page: Page, scheme: Scheme, sight: Sight | None = None) -> Thread | None:
    """The thread by a scheme, or None where it finds none, or hardly a name."""
    found = [each for each in without(page, read(page, scheme, sight)) if not _is_link(page, each)]
    drafts = [draft for draft in found if draft.body]
    if 2 * sum(draft.handle is not None for draft in drafts) < max(len(drafts), 1):
        return None
    hang(page, drafts, scheme.wrappers)
    return replace(compose(page, scheme.name, drafts), warnings=_wordless(found))


def _is_link(page: Page, draft: Draft) -> bool:
    """No name, no date, and no word but those of one link: "back to the top"."""
    if draft.body is None or draft.handle or draft.posted:
        return False
    links = (page.range(link) for link in page.all("a[href]", draft.node))
    return any(place and holds(place, draft.body) for place in links)


def _wordless(found: list[Draft]) -> list[str]:
    """The warning that there are comments with author and date that show no words: pictures."""
    number = sum(bool(each.handle and each.posted and not each.body) for each in found)
    return [f"Comments that show no words are left out: {number}."] if number else []


def read(
    page: Page, scheme: Scheme, sight: Sight | None = None, nodes: Iterable[Node] = ()
) -> list[Draft]:
    """The drafts of the elements of a scheme, or of given ones, in the page's order, not hung."""
    sight = sight or Sight(page)
    found = sight.all(scheme.items) if scheme.items else sight.places(nodes)
    items = [Draft(part.node, part.place) for part in found[:_MOST]]
    if scheme.run:
        _extend(page, items)
    _fill(scheme, Parts(sight, items, heads=scheme.run), items)
    never = {node.mem_id for node in page.all(scheme.never)} if scheme.never else set()
    return [draft for draft in items if draft.node.mem_id not in never]


def _fill(scheme: Scheme, parts: Parts, items: list[Draft]) -> None:
    page = parts.sight.page
    bodies = parts.of(scheme.body)
    authors = parts.beside(bodies, scheme.author)
    dates, cuts = (
        parts.beside(bodies, scheme.posted),
        parts.all(f"{CONTROLS}, {scheme.cut or 'button'}"),
    )
    quoted = parts.all(scheme.quotes)
    for at, draft in enumerate(items):
        author = authors[at]
        draft.reply = min((start for start, _ in parts.below[at]), default=None)
        draft.handle = _name(page.text, author, dates[at]) if author else None
        posted.date(page, draft, dates[at], bodies[at])
        draft.handle = draft.handle or unnamed.beside(page.text, draft)
        heads = [author] if author else []
        draft.body = body.find(page.text, draft, bodies[at], [*cuts[at], *heads], parts.below[at])
        draft.quotes = body.quotes(draft, quoted[at])
        draft.external_id = scheme.identify(draft.node)


def _name(text: str, author: Part, date: Part | None) -> Range | None:
    """The name in an element, up to the element of the date where that stands in it."""
    start, end = author.place
    if date and start < date.place[0] < end:
        return head.name(text, (start, date.place[0]), dated=True)
    return head.name(text, author.place)


def _extend(page: Page, items: list[Draft]) -> None:
    """Lets each element run up to the next one, the last to the end of what they stand in."""
    ends = [draft.whole[0] for draft in items[1:]]
    for draft, end in zip(items, [*ends, len(page.text)], strict=False):
        around = page.range(draft.node.parent) or draft.whole
        draft.whole = draft.whole[0], max(draft.whole[1], min(end, around[1]))
