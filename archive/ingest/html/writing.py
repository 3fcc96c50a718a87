"""From a tree of HTML to its text: the published normalisation, version 1.

Left out is what no browser shows as words: `head`, `script`, `style`, `template`, `noscript`,
form controls' values, and elements with the attribute `hidden`. Runs of white space become one
blank, except in `pre` and `textarea`. A `br` is a line end, two are a blank line. Cells of a row
are parted by a tab, rows and list items by a line end, other blocks by a blank line. The text
neither begins nor ends with white space. Nothing else is changed: no Unicode normalisation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

VERSION = "1"
_SILENT = frozenset(
    "head script style template noscript iframe object embed svg math audio video canvas select "
    "datalist".split()
)
_LINES = frozenset("li dt dd tr option figcaption caption".split())
_CELLS = frozenset(("td", "th"))
_BLOCKS = frozenset(
    "address article aside blockquote body center details dialog dir div dl fieldset figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre section summary "
    "table tbody tfoot thead ul".split()
)
_KEPT = frozenset(("pre", "textarea", "listing", "xmp"))
_BLANK = re.compile(r"[ \t\n\r\f]+")
_RANK = {"": 0, " ": 1, "\t": 2, "\n": 3, "\n\n": 4}


class Written(NamedTuple):
    """The text, and the range of each element that has words in it, by `Node.mem_id`."""

    text: str
    ranges: dict[int, tuple[int, int]]


def write(root: Node) -> Written:
    """The text of the tree; ranges are code points and touch no white space at their ends."""
    pen = _Pen()
    for node, entering in _walk(root):
        if node.is_text_node:
            pen.say(node.text_content or "")
        elif entering:
            pen.enter(node)
        else:
            pen.leave(node)
    text = "".join(pen.parts)
    return Written(text, {each: _trimmed(text, *place) for each, place in pen.ranges.items()})


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends that the text rightly keeps: no-break blanks."""
    while start < end - 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return start, end


def is_silent(node: Node) -> bool:
    return node.tag in _SILENT or "hidden" in node.attributes


def _walk(root: Node) -> Iterator[tuple[Node, bool]]:
    """Every text and element in order, elements on the way in and out. Depth costs no stack."""
    open_nodes: list[Node] = []
    node: Node | None = root
    while node is not None:
        if node.is_text_node:
            yield node, True
            below = None
        elif node.is_element_node and not is_silent(node):
            yield node, True
            open_nodes.append(node)
            below = node.child
            if below is None:
                yield open_nodes.pop(), False
        else:
            below = None
        node = below or _after(node, open_nodes)
        while node is None and open_nodes:
            done = open_nodes.pop()
            yield done, False
            node = _after(done, open_nodes)


def _after(node: Node, open_nodes: list[Node]) -> Node | None:
    return node.next if open_nodes else None


class _Pen:
    """Writes words; what parts them is held back until there are words to part."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.due = ""
        self.kept = 0
        self.waiting: list[int] = []
        self.ranges: dict[int, tuple[int, int]] = {}

    def enter(self, node: Node) -> None:
        self._part(node, entering=True)
        self.kept += node.tag in _KEPT
        self.waiting.append(node.mem_id)

    def leave(self, node: Node) -> None:
        self.kept -= node.tag in _KEPT
        if self.waiting and self.waiting[-1] == node.mem_id:
            self.waiting.pop()
        else:
            self.ranges[node.mem_id] = (self.ranges[node.mem_id][0], self.at)
        self._part(node, entering=False)

    def say(self, words: str) -> None:
        if self.kept:
            self._say_kept(words)
            return
        words = _BLANK.sub(" ", words)
        if words.startswith(" "):
            self._owe(" ")
        if core := words.strip(" "):
            self._put(core)
            self._owe(" " if words.endswith(" ") else "")

    def _say_kept(self, words: str) -> None:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
        core = words.strip(" \t\n\f")
        if not core:
            self._owe("\n" if "\n" in words else " ")
            return
        before, _, after = words.partition(core)
        if before:
            self._owe("\n" if "\n" in before else " ")
        self._put(core)
        if after:
            self._owe("\n" if "\n" in after else " ")

    def _put(self, core: str) -> None:
        gap = self.due if self.parts else ""
        if gap:
            self.parts.append(gap)
            self.at += len(gap)
        for mem_id in self.waiting:
            self.ranges[mem_id] = (self.at, self.at)
        self.waiting.clear()
        self.parts.append(core)
        self.at += len(core)
        self.due = ""

    def _part(self, node: Node, *, entering: bool) -> None:
        tag = node.tag
        if tag == "br":
            if entering:
                self.due = "\n\n" if self.due == "\n" else self.due
                self._owe("\n")
        elif tag in _BLOCKS:
            self._owe("\n\n")
        elif tag in _LINES:
            self._owe("\n")
        elif tag in _CELLS:
            self._owe("\t")

    def _owe(self, gap: str) -> None:
        if _RANK[gap] > _RANK[self.due]:
            self.due = gap
