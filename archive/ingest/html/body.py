"""The sections of a saved page outside its comments: main text by kind, all else residue."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from selectolax.lexbor import LexborNode as Node

from archive.ingest import sentences
from archive.ingest.html.page import Page
from archive.ingest.html.places import Place, Places
from archive.ingest.html.tiling import Range, rest
from archive.ingest.parsed import Section

_RESIDUE = Place("residue", 0)
_EDGES = ("paragraph", "list", "residue")
_NO_BODY = ("residue", "title", "byline")
_LONGEST_FRONT, _LONGEST_FRONT_LINE = 8, 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block: what they are, and whether most of them are links."""

    start: int
    end: int
    place: Place
    linked: bool = False


def sections(
    page: Page,
    main: Node | None,
    machinery: Sequence[bool],
    named: Mapping[Range, str],
    besides: Sequence[Range],
) -> list[Section]:
    """Sections in order. `named` are title and byline, `besides` the comments; none overlap."""
    taken = sorted([*named, *besides])
    pieces = [*_pieces(page, main, machinery, taken)]
    for at, (span, kind) in enumerate(named.items()):
        pieces.append(Piece(*span, _RESIDUE if kind == "residue" else Place(kind, -1 - at)))
    pieces.sort(key=lambda piece: piece.start)
    pieces = _with_front(page.text, _without_edges(pieces))
    return [section for run in _runs(page.text, pieces) for section in _sections(run)]


def _pieces(
    page: Page, main: Node | None, machinery: Sequence[bool], taken: list[Range]
) -> Iterator[Piece]:
    starts, ends = [start for start, _ in taken], [end for _, end in taken]
    places = Places(page, main) if main else None
    start, end = page.range(main) or (0, 0)
    for block, flag in zip(page.written.blocks, machinery, strict=True):
        place = _RESIDUE
        if places and start <= block.start < end and not flag:
            place = places.of(block.node) or Place("paragraph", block.start)
        linked = block.linked * 2 > block.end - block.start
        near = taken[bisect_right(ends, block.start) : bisect_left(starts, block.end)]
        for each in rest(page.text, (block.start, block.end), near):
            yield Piece(*each, place, linked)


def _without_edges(pieces: list[Piece]) -> list[Piece]:
    """Links at either end of the main text are residue, unless it has nothing else."""
    kept = _without_edge(_without_edge(pieces)[::-1], ("heading",))[::-1]
    has_body = any(piece.place.kind not in _NO_BODY for piece in kept)
    return kept if has_body else pieces


def _without_edge(pieces: list[Piece], also: tuple[str, ...] = ()) -> list[Piece]:
    kept = list(pieces)
    for at, piece in enumerate(pieces):
        kind = piece.place.kind
        if kind not in also and not (kind in _EDGES and (piece.linked or kind == "residue")):
            break
        kept[at] = replace(piece, place=_RESIDUE)
    return kept


def _with_front(text: str, pieces: list[Piece]) -> list[Piece]:
    """Short lines above the first sentence (a date, a column, how long it takes) are front."""
    kinds = [piece.place.kind for piece in pieces]
    words = [text[piece.start : piece.end] for piece in pieces]
    lines = [each for each in range(len(pieces)) if kinds[each] not in _NO_BODY]
    first = next((n for n, at in enumerate(lines) if not _is_front(kinds[at], words[at])), None)
    if first is None or first > _LONGEST_FRONT or kinds[lines[first]] != "paragraph":
        return pieces
    kept = list(pieces)
    for at in lines[:first]:
        if kinds[at] == "paragraph":
            kept[at] = replace(pieces[at], place=Place("front", pieces[at].start))
    return kept


def _is_front(kind: str, words: str) -> bool:
    """Whether a piece may stand above the first sentence; captions may stand between."""
    if kind == "paragraph":
        return len(words) < _LONGEST_FRONT_LINE and not words.endswith(sentences.ENDS)
    return kind == "caption"


def _runs(text: str, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces that are one section: of one element, or all residue, with nothing between them."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (
            run[-1].place[:3] != piece.place[:3] or text[run[-1].end : piece.start].strip()
        ):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _sections(run: list[Piece]) -> Iterator[Section]:
    kind, start, end = run[0].place.kind, run[0].start, run[-1].end
    if kind in ("title", "heading"):
        yield Section(kind, start, end, run[0].place.level, start, end)
        return
    yield Section(kind, start, end)
    if kind == "list":
        for _, group in groupby(run, key=lambda piece: piece.place.item):
            item = [*group]
            yield Section("item", item[0].start, item[-1].end)
