"""A table as text: a row a line, a tab between cells."""

from dataclasses import dataclass, field

from archive.ingest.docx.block import Block, joined

_BREAKS = str.maketrans("\n\t", "  ")


@dataclass(slots=True)
class Table:
    """The cells of each row, each cell the blocks that are in it."""

    rows: list[list[list[Block]]] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """The table as one block. A table of one cell is a frame round what is in it."""
        cells = [cell for row in self.rows for cell in row]
        if len(cells) < 2:
            return cells[0] if cells else []
        rows = [joined(map(_cell, row), "\t") for row in self.rows]
        return [joined(rows, "\n", "table")]


def _cell(blocks: list[Block]) -> Block:
    """The words of a cell on one line."""
    cell = joined((block for block in blocks if block.words or block.anchors), " ")
    cell.words = cell.words.translate(_BREAKS)
    return cell
