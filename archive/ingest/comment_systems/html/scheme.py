"""A comment system as selectors: which elements are comments, and what in them is what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import controls, head, permalink, unnamed, when
from archive.ingest.comment_systems.html.compose import compose
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.echoes import without
from archive.ingest.comment_systems.html.nesting import hang
from archive.ingest.comment_systems.html.spans import Range, gaps, owners, trimmed
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

CONTROLS = (
    "button, form, nav, label, a[class*=reply i], a[class*=permalink i], a[class*=edit i], [class*=reply-link i], "
    "[class*=reply-button i], [class*=actions], [class*=edit-link i], [class*=vote i], [class*=voting i], "
    "[class*=rating i], [class*=karma i], [class*=report i], [class*=moderation], [class*=sharedaddy], "
    "[class*=share-], [class*=says], [class*=signature i], [class*=like-button], [class*=likes], "
    "[class*=toolbar], .reply, .replylink, .comment-reply, .comment-footer, .screen-reader-text, "
    "[class*=lastedit i], [class*=edited i]"
)


_LONGEST_CUT, _NEAR = 400, 120


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


def recognise(page: Page, scheme: Scheme) -> Thread | None:
    """The thread by a scheme, or None where it finds none, or hardly a name."""
    drafts = without(page, [draft for draft in read(page, scheme) if draft.body])
    if 2 * sum(draft.handle is not None for draft in drafts) < max(len(drafts), 1):
        return None
    hang(page, drafts, scheme.wrappers)
    return compose(page, scheme.name, drafts)


def read(
    page: Page, scheme: Scheme, sight: "Sight | None" = None, nodes: Iterable[Node] = ()
) -> list[Draft]:
    """The drafts of the elements of a scheme, or of given ones, in the order of the page, not hung."""
    sight = sight or Sight(page)
    found = sight.all(scheme.items) if scheme.items else sight.places(nodes)
    items = [Draft(part.node, part.place) for part in found]
    if scheme.run and items:
        _extend(page, items)
    never = {node.mem_id for node in page.all(scheme.never)} if scheme.never else set()
    parts = Parts(sight, items)
    for draft, author in zip(items, parts.of(scheme.author), strict=True):
        draft.handle = head.name(page.text, author.place) if author else None
    bodies = parts.of(scheme.body)
    for draft, posted, told in zip(items, parts.of(scheme.posted), bodies, strict=True):
        _date(page, draft, posted, told)
    cuts = parts.all(", ".join(filter(None, (CONTROLS, scheme.cut))))
    for at, draft in enumerate(items):
        draft.handle = draft.handle or unnamed.beside(page.text, draft)
        draft.body = body(page, draft, bodies[at], cuts[at], parts.below[at])
        draft.body = controls.without(page.text, draft.body) if draft.body else None
        draft.external_id = scheme.identify(draft.node)
    _quotes(parts, items, scheme)
    return [draft for draft in items if draft.node.mem_id not in never]


@dataclass(frozen=True, slots=True)
class Part:
    node: Node
    place: Range


def _extend(page: Page, items: list[Draft]) -> None:
    """Lets each element run up to the next one, the last to the end of what they stand in."""
    ends = [draft.whole[0] for draft in items[1:]]
    for draft, end in zip(items, [*ends, len(page.text)], strict=True):
        around = page.range(draft.node.parent) or draft.whole
        draft.whole = draft.whole[0], max(draft.whole[1], min(end, around[1]))


class Sight:
    """The elements of a page that have words, by selector; each selector is looked up once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[str, list[Part]] = {}

    def all(self, selector: str) -> list[Part]:
        if selector not in self.known:
            self.known[selector] = self.places(self.page.all(selector))
        return self.known[selector]

    def places(self, nodes: Iterable[Node]) -> list[Part]:
        return [Part(node, place) for node in nodes if (place := self.page.range(node))]


class Parts:
    """The elements inside of comments, each told to the innermost comment it stands in."""

    def __init__(self, sight: Sight, items: list[Draft]) -> None:
        self.sight = sight
        self.wholes = [draft.whole for draft in items]
        self.below: list[list[Range]] = [[] for _ in items]
        self.ids = {draft.node.mem_id for draft in items}
        opened: list[int] = []
        for at, (start, end) in enumerate(self.wholes):
            while opened and self.wholes[opened[-1]][1] < end:
                opened.pop()
            if opened and self.wholes[opened[-1]][0] <= start:
                self.below[opened[-1]].append((start, end))
            opened.append(at)

    def all(self, selector: str) -> list[list[Part]]:
        """The elements of each comment that the selector names, in order."""
        found = [part for part in self.sight.all(selector) if part.node.mem_id not in self.ids]
        told: list[list[Part]] = [[] for _ in self.wholes]
        for part, owner in zip(
            found, owners(self.wholes, [part.place for part in found]), strict=True
        ):
            if owner is not None:
                told[owner].append(part)
        return told

    def of(self, selectors: tuple[str, ...]) -> list[Part | None]:
        """For each comment the first element that the first selector with any finds in it."""
        found: list[Part | None] = [None] * len(self.wholes)
        for selector in selectors:
            for at, parts in enumerate(self.all(selector)):
                found[at] = found[at] or (parts[0] if parts else None)
        return found


def body(
    page: Page, draft: Draft, told: Part | None, cuts: list[Part], below: list[Range]
) -> Range | None:
    """The words of a comment alone: of its body's element, else the longest run of the rest."""
    whole = told.place if told else draft.whole
    heads = [place for place in (draft.handle, draft.posted) if place and _meets(place, whole)]
    taken = [cut.place for cut in cuts if not _holds(cut.place, whole)]
    taken = [place for place in taken if place[1] - place[0] < _LONGEST_CUT]
    left = gaps(page.text, whole, [*taken, *below, *heads])
    if told is None or heads:
        return max(left, key=lambda each: each[1] - each[0], default=None)
    return _between(page.text, whole, left, below) if left else None


def _between(text: str, whole: Range, left: list[Range], below: list[Range]) -> Range | None:
    """From the first to the last of what is left, up to the first reply inside."""
    first = left[0][0]
    end = min((start for start, _ in below if start > first), default=whole[1])
    return trimmed(text, first, max(stop for _, stop in left if stop <= end))


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _date(page: Page, draft: Draft, posted: Part | None, told: Part | None) -> None:
    if posted is None:
        draft.posted = _dated(page, draft, told)
        return
    place = posted.place
    draft.posted = when.find(page.text, *place) or (place if place[1] - place[0] <= 60 else None)
    nodes = [posted.node, *page.all("time, abbr, [data-timestamp]", posted.node)]
    written = when.moment(page.text[slice(*draft.posted)]) if draft.posted else None
    draft.posted_at = next((at for node in nodes if (at := when.told(node))), written)


def _dated(page: Page, draft: Draft, told: Part | None) -> Range | None:
    """A date that stands behind the name, where no element says that it is one."""
    if draft.handle is None:
        return None
    at = draft.handle[1]
    place = when.find(page.text, at, min(at + _NEAR, draft.whole[1]))
    return None if place and told and _meets(place, told.place) else place


def _quotes(parts: Parts, items: list[Draft], scheme: Scheme) -> None:
    for draft, quotes in zip(items, parts.all(scheme.quotes), strict=True):
        if draft.body:
            inside = (quote.place for quote in quotes)
            start, end = draft.body
            draft.quotes = _outermost(
                each
                for each in inside
                if start <= each[0] and each[1] <= end and each != draft.body
            )


def _outermost(ranges: Iterable[Range]) -> tuple[Range, ...]:
    kept: list[Range] = []
    for place in ranges:
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return tuple(kept)
