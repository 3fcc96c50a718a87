"""What a block of the main text is, by the elements that it stands in."""

from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.page import Page

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dt", "dd"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_CAPTION_NAMES = frozenset(("wp-caption-text", "caption-text", "image-caption", "caption"))
_NO_LIST = "h1, h2, h3, h4, h5, h6, table, blockquote, article, section, form"
_NO_TABLE = "table, h1, h2, h3, h4, h5, h6, article, section, form, ul ul"
_LONGEST_CELL, _LONGEST_CAPTION = 600, 500


class Place(NamedTuple):
    """The kind of section, the element that its blocks have in common, and what is in it.

    Blocks of the same `whole` are one section. Those of a list have the element of their item.
    """

    kind: str
    whole: int
    level: int | None = None
    item: int = 0


class Places:
    """Asks each element once; `main` and what is above it are never asked."""

    def __init__(self, page: Page, main: Node) -> None:
        self.page = page
        self.known: dict[int, Place | None] = {main.mem_id: None}
        start, end = page.range(main) or (0, 0)
        self.length = end - start

    def of(self, node: Node) -> Place | None:
        """What the blocks of an element are, or None for paragraphs."""
        path: list[Node] = []
        at: Node | None = node
        while at is not None and at.mem_id not in self.known:
            path.append(at)
            at = at.parent
        place = self.known[at.mem_id] if at is not None else None
        for each in reversed(path):
            place = self.known[each.mem_id] = self._below(each, place)
        return place

    def _below(self, node: Node, above: Place | None) -> Place | None:
        """What an element is in an element that is something already, or nothing yet."""
        if above and above.kind == "list":
            return above._replace(item=node.mem_id) if node.tag in _ITEMS else above
        if above and (above.kind != "quotation" or node.tag not in _CAPTIONS):
            return above if above.kind != "table" or node.tag != "caption" else self._caption(node)
        return self._own(node)

    def _own(self, node: Node) -> Place | None:
        tag = node.tag or ""
        if tag in _HEADINGS:
            return Place("heading", node.mem_id, _HEADINGS[tag])
        if tag in _LISTS and self._is_list(node):
            return Place("list", node.mem_id, item=node.mem_id)
        if tag == "table" and self._is_table(node):
            return Place("table", node.mem_id)
        if tag == "blockquote" and self._share(node) < 0.6:
            return Place("quotation", node.mem_id)
        if tag in _CAPTIONS or self._is_named_caption(node):
            return self._caption(node)
        return None

    def _caption(self, node: Node) -> Place:
        return Place("caption", node.mem_id)

    def _is_list(self, node: Node) -> bool:
        return self.page.first(_NO_LIST, node) is None

    def _is_table(self, node: Node) -> bool:
        if node.attributes.get("role") == "presentation" or self._share(node) > 0.9:
            return False
        cells = [len(self.page.words(each)) for each in self.page.all("td, th", node)]
        inside = self.page.all(_NO_TABLE, node)
        return len(cells) > 1 and max(cells) <= _LONGEST_CELL and inside in ([], [node])

    def _is_named_caption(self, node: Node) -> bool:
        names = (node.attributes.get("class") or "").lower().split()
        return not _CAPTION_NAMES.isdisjoint(names) and self._length(node) <= _LONGEST_CAPTION

    def _share(self, node: Node) -> float:
        return self._length(node) / max(self.length, 1)

    def _length(self, node: Node) -> int:
        start, end = self.page.range(node) or (0, 0)
        return end - start
