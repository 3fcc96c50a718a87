"""Writes the words of a tree, the gaps between them, and where each element's words stand."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

LINES = frozenset(("li", "dt", "dd", "tr", "figcaption", "caption"))
CELLS = frozenset(("td", "th"))
BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "details",
            "dialog",
            "dir",
        ),
        *("div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hgroup", "hr", "html", "legend", "listing", "main", "menu", "nav"),
        *("ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot"),
        *("thead", "ul", "xmp"),
    )
)
KEPT = frozenset(("pre", "listing", "xmp", "plaintext"))
_OWNERS = BLOCKS | LINES | CELLS
_WHITE = " \t\n\r\f"
_BLANK = re.compile(rf"[{_WHITE}]+")


@dataclass(slots=True)
class Block:
    """Words between two gaps of a line or more; `linked` of them, in code points, are links'.

    `node` is the innermost block, row, item or cell that they stand in.
    """

    node: Node
    start: int
    end: int
    linked: int = 0


class Written(NamedTuple):
    """The text, the range of each element with words in it by `Node.mem_id`, and the blocks.

    The blocks are in order and hold, together, every word of the text once.
    """

    text: str
    ranges: dict[int, tuple[int, int]]
    blocks: list[Block]


class Pen:
    """Holds back what parts words until there are words to part."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.due = ""
        self.kept = 0
        self.links = 0
        self.fresh_kept = self.fresh_cell = False
        self.cells: list[int] = []
        self.owners: list[Node] = []
        self.waiting: list[int] = []
        self.ranges: dict[int, tuple[int, int]] = {}
        self.blocks: list[Block] = []
        self.broken = True

    def written(self) -> Written:
        text = "".join(self.parts)
        for block in self.blocks:
            block.start, block.end = trimmed(text, block.start, block.end)
        ranges = {each: trimmed(text, *place) for each, place in self.ranges.items()}
        return Written(text, ranges, self.blocks)

    def enter(self, node: Node) -> None:
        tag = node.tag or ""
        self._part(tag)
        if tag in CELLS:
            self._enter_cell()
        elif tag == "tr":
            self.cells.append(0)
        elif tag in KEPT:
            self.fresh_kept = self.fresh_kept or not self.kept
            self.kept += 1
        elif tag == "a":
            self.links += 1
        if tag in _OWNERS:
            self.owners.append(node)
            self.broken = True
        self.waiting.append(node.mem_id)

    def leave(self, node: Node) -> None:
        tag = node.tag or ""
        if self.waiting and self.waiting[-1] == node.mem_id:
            self.waiting.pop()
        else:
            self.ranges[node.mem_id] = (self.ranges[node.mem_id][0], self.at)
        if tag in _OWNERS:
            self.owners.pop()
            self.broken = True
        self._close(tag)
        if tag != "br":
            self._part(tag)

    def say(self, words: str) -> None:
        if not words:
            return
        core = words.strip(_WHITE)
        before, _, after = words.partition(core) if core else (words, "", "")
        if not self.kept:
            before, after = " " * bool(before), " " * bool(after)
            core = _BLANK.sub(" ", core)
        self._hold(before)
        if core:
            self._put(core)
            self._hold(after)

    def _hold(self, blank: str) -> None:
        """White space between words: as it is in `pre`, there without blank lines at the start."""
        if not self.kept:
            self._owe(blank)
        elif self.fresh_kept:
            self.due += blank.rpartition("\n")[2]
        else:
            self.due += blank

    def _put(self, core: str) -> None:
        gap = self.due if self.parts else ""
        if gap:
            self.parts.append(gap)
            self.at += len(gap)
        for mem_id in self.waiting:
            self.ranges[mem_id] = (self.at, self.at)
        self.waiting.clear()
        self._block(gap, len(core))
        self.parts.append(core)
        self.at += len(core)
        self.due = ""
        self.fresh_kept = self.fresh_cell = False

    def _block(self, gap: str, length: int) -> None:
        if self.broken or (gap.count("\n") > 1 and not self.kept) or not self.blocks:
            self.blocks.append(Block(self.owners[-1], self.at, self.at))
            self.broken = False
        self.blocks[-1].end = self.at + length
        self.blocks[-1].linked += length if self.links else 0

    def _enter_cell(self) -> None:
        if self.cells and self.cells[-1]:
            self.due = (self.due if _width(self.due) > 1 else "") + "\t"
        if self.cells:
            self.cells[-1] += 1
        self.fresh_cell = True

    def _close(self, tag: str) -> None:
        if tag in CELLS:
            self.due = self.due if self.fresh_cell else ""
            self.fresh_cell = False
        elif tag == "tr":
            self.cells.pop()
        elif tag in KEPT:
            self.kept -= 1
            self.due = "" if not self.kept and not self.fresh_kept else self.due
        elif tag == "a":
            self.links -= 1

    def _part(self, tag: str) -> None:
        if tag == "br" and self.kept:
            self._hold("\n")
        elif tag == "br":
            self._owe("\n\n" if _width(self.due) == 3 else "\n")
        elif tag in BLOCKS:
            self._owe("\n" if self.kept else "\n\n")
        elif tag in LINES:
            self._owe("\n")

    def _owe(self, gap: str) -> None:
        if _width(gap) > _width(self.due) and not self.fresh_cell:
            self.due = gap


def _width(gap: str) -> int:
    """Nothing, blanks, tabs, a line end, an empty line."""
    if "\n" in gap:
        return 3 if gap.count("\n") == 1 else 4
    return 2 if "\t" in gap else bool(gap)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends: there may be no-break blanks. Never empty."""
    while start < end - 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return start, end
