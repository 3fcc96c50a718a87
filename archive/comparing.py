"""Two texts held against each other, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Cells of the table that a comparison may fill: two runs of 20,000 words.
_MOST_CELLS = 400_000_000

Kind = Literal["same", "left", "right"]


class Piece(NamedTuple):
    """A run of words that both texts have, or only the left one, or only the right one."""

    kind: Kind
    words: str


def compare(left: str, right: str) -> list[Piece]:
    """The pieces in order: those that are not "right" make the left text, and the other way round.

    Lines are held against each other first, then the words of lines that differ. Runs too long
    for that are told whole, one against the other.
    """
    pieces: list[Piece] = []
    for kind, mine, yours in _runs(_LINES.findall(left), _LINES.findall(right)):
        if kind == "same":
            pieces.append(Piece("same", mine))
            continue
        words = _runs(_WORDS.findall(mine), _WORDS.findall(yours))
        pieces += [piece for run in words for piece in _pieces(*run)]
    return _joined(pieces)


def _pieces(kind: str, mine: str, yours: str) -> Iterator[Piece]:
    if kind == "same":
        yield Piece("same", mine)
        return
    if mine:
        yield Piece("left", mine)
    if yours:
        yield Piece("right", yours)


def _runs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Runs of equal and of differing parts, the differing ones with both sides together."""
    start = _common(left, right)
    end = _common(left[: start - len(left) - 1 : -1], right[: start - len(right) - 1 : -1])
    if start:
        yield "same", "".join(left[:start]), ""
    middle = left[start : len(left) - end], right[start : len(right) - end]
    yield from _differing(*middle)
    if end:
        yield "same", "".join(left[len(left) - end :]), ""


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many parts are equal from the beginning on."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(left), len(right)))


def _differing(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    if not left and not right:
        return
    if len(left) * len(right) > _MOST_CELLS:
        yield "other", "".join(left), "".join(right)
        return
    mine: list[str] = []
    yours: list[str] = []
    for step in Indel.opcodes(left, right):
        a, b = step.src_start, step.src_end
        c, d = step.dest_start, step.dest_end
        if step.tag != "equal":
            mine += left[a:b]
            yours += right[c:d]
            continue
        if mine or yours:
            yield "other", "".join(mine), "".join(yours)
            mine, yours = [], []
        yield "same", "".join(left[a:b]), ""
    if mine or yours:
        yield "other", "".join(mine), "".join(yours)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].kind == piece.kind:
            found[-1] = Piece(piece.kind, found[-1].words + piece.words)
        else:
            found.append(piece)
    return found
