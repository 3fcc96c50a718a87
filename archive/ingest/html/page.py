"""A saved page as its readers see it: the tree, its text, and where each element stands in it."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser
from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.flattening import flattened
from archive.ingest.html.pen import Written
from archive.ingest.html.writing import write


@dataclass(frozen=True, slots=True)
class Page:
    """`tree` is not changed once the text is written; ranges are code points of `text`.

    `flattened` counts the tags that were changed so that the page could be parsed in bounded time.
    """

    tree: LexborHTMLParser
    written: Written
    flattened: int = 0

    @classmethod
    def of(cls, markup: str) -> "Page":
        """Raises Unreadable where the markup has too many tags."""
        found = flattened(markup)
        tree = LexborHTMLParser(found.markup)
        assert tree.root is not None
        return cls(tree, write(tree.root), found.changes)

    @property
    def text(self) -> str:
        return self.written.text

    def range(self, node: Node | None) -> tuple[int, int] | None:
        """Where the words of an element stand, or None where it shows none."""
        return None if node is None else self.written.ranges.get(node.mem_id)

    def words(self, node: Node | None) -> str:
        place = self.range(node)
        return self.text[slice(*place)] if place else ""

    def all(self, selector: str, inside: Node | None = None) -> list[Node]:
        """The elements that a CSS selector names, in the order of the page, hidden ones too.

        The parser gives one that two selectors of a list name twice; here each comes once.
        """
        found = (inside or self.tree).css(selector)
        return list({node.mem_id: node for node in found}.values())

    def first(self, selector: str, inside: Node | None = None) -> Node | None:
        return (inside or self.tree).css_first(selector)
