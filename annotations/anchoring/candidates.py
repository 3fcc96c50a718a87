"""Every place where a quotation may stand. Pure."""

from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz

from annotations.anchoring.anchors import Anchor, Quotation
from annotations.anchoring.ends import placed
from annotations.folding import Folded, folded
from annotations.graphemes import is_boundary, whole_characters

# Below this likeness (of 100) changed words are other words.
ALIKE = 70
# Likeness is looked for with this many characters of a longer quotation, from each of its ends.
PIECE = 160
# More places than these tell nothing apart.
MOST = 2000


def candidates(text: str, exact: str, prefix: str, suffix: str) -> list[Anchor]:
    """Places of the words as they are or nearly so, or else of the most alike; words weighed."""
    searched = folded(text, ignore_case=True)
    places = [place for place in islice(searched.find(exact), MOST) if is_whole(text, *place)]
    if places:
        return [
            Anchor(start, end, 1.0 if text[start:end] == exact else 0.98) for start, end in places
        ]
    wanted = Quotation(searched.fold(exact), searched.fold(prefix), searched.fold(suffix))
    found = {placed(searched.text, wanted, *place) for place in _alike(searched.text, wanted.exact)}
    return [unfolded(text, searched, exact, *place) for place in found]


def _alike(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """About where words stand that are like the wanted ones."""
    if len(wanted) <= PIECE:
        yield from _alike_pieces(text, wanted)
        return
    heads, tails = (list(_alike_pieces(text, part)) for part in (wanted[:PIECE], wanted[-PIECE:]))
    for start, _ in heads:
        for _, end in tails:
            if len(wanted) / 2 < end - start < len(wanted) * 2:
                yield start, end


def _alike_pieces(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """The place most alike, and the most alike on either side of it."""
    first = _most_alike(text, piece, 0, len(text))
    if first:
        others = (
            _most_alike(text, piece, *part) for part in ((0, first[0]), (first[1], len(text)))
        )
        yield from filter(None, (first, *others))


def _most_alike(text: str, piece: str, low: int, high: int) -> tuple[int, int] | None:
    if high - low < len(piece):
        return None
    found = fuzz.partial_ratio_alignment(piece, text[low:high], score_cutoff=ALIKE)
    return (low + found.dest_start, low + found.dest_end) if found else None


def unfolded(text: str, searched: Folded, exact: str, start: int, end: int) -> Anchor:
    """From the folded text back to the text itself, and out of the middle of characters."""
    start, end = whole_characters(text, *searched.range(start, end))
    if text[start:end] == exact:
        return Anchor(start, end, 1.0)
    words = searched.fold(exact), searched.fold(text[start:end])
    return Anchor(start, end, fuzz.ratio(*words) / 100)


def is_whole(text: str, start: int, end: int) -> bool:
    return is_boundary(text, start) and is_boundary(text, end)
