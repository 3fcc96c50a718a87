"""Which element of a page belongs to which post: each to the innermost that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.spans import Range, owners
from archive.ingest.html.page import Page


@dataclass(frozen=True, slots=True)
class Part:
    """An element that shows words, and where they stand."""

    node: Node
    place: Range


@dataclass(frozen=True, slots=True)
class Inside:
    """Finds elements inside of posts, of which `wholes` are the ranges in the page's order."""

    page: Page
    wholes: Sequence[Range]

    def all(self, selector: str) -> list[list[Part]]:
        """For each post the elements that the selector names, in order; for "" none."""
        told: list[list[Part]] = [[] for _ in self.wholes]
        nodes = self.page.all(selector) if selector else []
        parts = [Part(node, place) for node in nodes if (place := self.page.range(node))]
        places = owners(self.wholes, [part.place for part in parts])
        for part, owner in zip(parts, places, strict=True):
            if owner is not None:
                told[owner].append(part)
        return told

    def first(self, selectors: Sequence[str]) -> list[Part | None]:
        """For each post the first element that the first selector with any finds in it."""
        found: list[Part | None] = [None] * len(self.wholes)
        for selector in selectors:
            if all(found):
                break
            for at, parts in enumerate(self.all(selector)):
                found[at] = found[at] or (parts[0] if parts else None)
        return found

    def replies(self) -> list[list[Range]]:
        """For each post the ranges of those directly inside of it."""
        below: list[list[Range]] = [[] for _ in self.wholes]
        opened: list[int] = []
        for at, (start, end) in enumerate(self.wholes):
            while opened and self.wholes[opened[-1]][1] < end:
                opened.pop()
            if opened and self.wholes[opened[-1]][0] <= start:
                below[opened[-1]].append((start, end))
            opened.append(at)
        return below
