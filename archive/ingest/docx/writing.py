"""One text of many blocks, and where in it everything stands.

Blocks are parted by an empty line, the items of a list by a line end. A block without words writes
nothing. Sections touch no white space at their ends, but for tables, whose first cell may be empty.
"""

from collections.abc import Iterable
from itertools import chain

from archive.ingest.docx.block import Block, Call, shifted
from archive.ingest.parsed import Section

Range = tuple[int, int]


class Writer:
    """Blocks go in with `put`; `text`, `sections`, `calls` and `anchored` are what became of them.

    `anchored` has the offsets of comments by kind of anchor and identifier.
    """

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.calls: list[Call] = []
        self.anchored: dict[tuple[str, str], int] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._list: int | None = None

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def put(self, blocks: Iterable[Block]) -> list[Range]:
        """Write a part: a list goes on within it only. The ranges of those that have words."""
        self._list = None
        return [*chain.from_iterable(map(self._put, blocks))]

    def _put(self, block: Block) -> list[Range]:
        found = bool(block.words.strip())
        if found:
            self._part(block.kind)
        start = self._length
        for anchor in block.anchors:
            self.anchored.setdefault((anchor.kind, anchor.id), start + anchor.at * found)
        if not found:
            return []
        self.calls += [shifted(call, start) for call in block.calls]
        self._write(block.words)
        return [self._section(block, start)]

    def _part(self, kind: str) -> None:
        if self._length:
            self._write("\n" if kind == "item" and self._list is not None else "\n\n")

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _section(self, block: Block, at: int) -> Range:
        words = block.words
        blank = 0 if block.kind == "table" else len(words) - len(words.lstrip())
        start, end = at + blank, at + len(words if block.kind == "table" else words.rstrip())
        named = (start, end) if block.kind in ("title", "heading") else (None, None)
        if block.kind == "item":
            self._listed(start, end)
        else:
            self._list = None
        self.sections.append(Section(block.kind, start, end, block.level, *named))
        return start, end

    def _listed(self, start: int, end: int) -> None:
        """Begin a list with the item, or let the one that is open reach to its end."""
        if self._list is None:
            self._list = len(self.sections)
            self.sections.append(Section("list", start, end))
        else:
            self.sections[self._list] = self.sections[self._list]._replace(end=end)
