"""The elements of a page that have words, and which of them stand in which comment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import Range, holds, owners
from archive.ingest.html.page import Page

_FARTHEST = 200


def near(node: Node) -> Iterator[Node]:
    """The element and the first elements in it: as many as the head of a comment may have.

    A bound, since comments may stand in one another, and a page may nest them a thousand deep.
    """
    return islice(node.traverse(include_text=False), _FARTHEST)


@dataclass(frozen=True, slots=True)
class Part:
    node: Node
    place: Range


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

    def __init__(self, sight: Sight, items: list[Draft], *, heads: bool) -> None:
        self.sight = sight
        self.wholes = [draft.whole for draft in items]
        self.below = _below(self.wholes)
        self.ids = set() if heads else {draft.node.mem_id for draft in items}

    def all(self, selector: str) -> list[list[Part]]:
        """The elements of each comment that the selector names, in order."""
        found = [part for part in self.sight.all(selector) if part.node.mem_id not in self.ids]
        inside = owners(self.wholes, [part.place for part in found])
        told: list[list[Part]] = [[] for _ in self.wholes]
        for part, owner in zip(found, inside, strict=True):
            if owner is not None:
                told[owner].append(part)
        return told

    def of(self, selectors: tuple[str, ...]) -> list[Part | None]:
        """For each comment the first element that the first selector with any finds in it."""
        return self.beside([None] * len(self.wholes), selectors)

    def beside(self, bodies: list[Part | None], selectors: tuple[str, ...]) -> list[Part | None]:
        """Likewise, one outside of the body before one in it: a body may quote names and dates."""
        outside: list[Part | None] = [None] * len(self.wholes)
        within: list[Part | None] = [None] * len(self.wholes)
        for selector in selectors:
            for at, parts in enumerate(self.all(selector)):
                body = bodies[at]
                apart = (part for part in parts if not body or not holds(body.place, part.place))
                outside[at] = outside[at] or next(apart, None)
                within[at] = within[at] or (parts[0] if parts else None)
        return [out or inner for out, inner in zip(outside, within, strict=True)]


def _below(wholes: list[Range]) -> list[list[Range]]:
    """For each comment the comments that stand directly in it."""
    below: list[list[Range]] = [[] for _ in wholes]
    opened: list[int] = []
    for at, (start, end) in enumerate(wholes):
        while opened and wholes[opened[-1]][1] < end:
            opened.pop()
        if opened and wholes[opened[-1]][0] <= start:
            below[opened[-1]].append((start, end))
        opened.append(at)
    return below
