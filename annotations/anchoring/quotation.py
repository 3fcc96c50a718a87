"""Find a quotation again, in the text it was taken from or in a changed one, or say that it cannot.

Pure, and linear in the length of the text. Offsets are code points, ends exclusive, and no end
lies inside a character (`annotations.graphemes`). A wrong anchor is worse than none: where several
places fit about equally well, or the best fits badly, there is no answer.
"""

from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz

from annotations.anchoring.anchors import ENOUGH, MARGIN, Anchor, Quotation, weigh
from annotations.anchoring.ends import placed
from annotations.anchoring.nearby import nearby
from annotations.folding import Folded, folded
from annotations.graphemes import is_boundary, whole_characters

# Below this likeness (of 100) changed words are other words.
ALIKE = 70
# Likeness is looked for with this many characters of a longer quotation, from each of its ends.
PIECE = 160
# More places than these tell nothing apart.
MOST = 2000


def find_all(text: str, exact: str) -> list[tuple[int, int]]:
    """Every place of a pasted quotation, whatever its blanks, quotation marks and dashes are.

    Whole words where there are any; without regard to case only where nothing else is found.
    """
    inside = exact.strip().strip("“”\"'«»„‘’…").strip()
    for ignore_case in (False, True):
        searched = folded(text, ignore_case=ignore_case)
        for words in (exact, inside):
            places = [place for place in searched.find(words) if _is_whole(text, *place)]
            if places:
                return [place for place in places if _is_word(text, *place)] or places
    return []


def locate(
    text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None
) -> Anchor | None:
    """The one place of a quotation by its words, the words around it and where it once began."""
    wanted = Quotation(exact, prefix, suffix)
    if not exact.strip():
        return None
    best = None if start is None else _near(text, wanted, start)
    return best or _anywhere(text, wanted, start)


def _near(text: str, wanted: Quotation, start: int) -> Anchor | None:
    """The place near by, if it is beyond doubt."""
    searched = folded(text, ignore_case=True)
    exact, prefix, suffix = wanted
    sides = (
        prefix + exact[: len(exact) - len(exact.lstrip())],
        exact[len(exact.rstrip()) :] + suffix,
    )
    words = Quotation(searched.fold(exact), *map(searched.fold_around, sides))
    found = nearby(searched, words, start)
    anchor = found and weigh(text, _unfolded(text, searched, exact, *found), wanted)
    return anchor if anchor and anchor.score >= ENOUGH else None


def _anywhere(text: str, wanted: Quotation, start: int | None) -> Anchor | None:
    weighed = [weigh(text, each, wanted) for each in _candidates(text, *wanted)]
    best = max(weighed, key=lambda anchor: anchor.score, default=None)
    if best is None or best.score < ENOUGH:
        return None
    near = [anchor for anchor in weighed if anchor.score > best.score - MARGIN]
    rivals = [each for each in near if each.end <= best.start or best.end <= each.start]
    return _nearest([best, *rivals], start) if rivals else best


def _candidates(text: str, exact: str, prefix: str, suffix: str) -> list[Anchor]:
    """Places of the words as they are or nearly so, or else of the most alike; words weighed."""
    searched = folded(text, ignore_case=True)
    places = [place for place in islice(searched.find(exact), MOST) if _is_whole(text, *place)]
    if places:
        return [
            Anchor(start, end, 1.0 if text[start:end] == exact else 0.98) for start, end in places
        ]
    wanted = Quotation(searched.fold(exact), searched.fold(prefix), searched.fold(suffix))
    found = {placed(searched.text, wanted, *place) for place in _alike(searched.text, wanted.exact)}
    return [_unfolded(text, searched, exact, *place) for place in found]


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


def _unfolded(text: str, searched: Folded, exact: str, start: int, end: int) -> Anchor:
    """From the folded text back to the text itself, and out of the middle of characters."""
    start, end = whole_characters(text, *searched.range(start, end))
    if text[start:end] == exact:
        return Anchor(start, end, 1.0)
    words = searched.fold(exact), searched.fold(text[start:end])
    return Anchor(start, end, fuzz.ratio(*words) / 100)


def _nearest(rivals: list[Anchor], start: int | None) -> Anchor | None:
    """The one rival that is by far nearest to where the quotation once began."""
    if start is None:
        return None
    first, second = sorted(rivals, key=lambda anchor: abs(anchor.start - start))[:2]
    is_nearer = 8 * abs(first.start - start) < abs(second.start - start)
    return first if is_nearer else None


def _is_whole(text: str, start: int, end: int) -> bool:
    return is_boundary(text, start) and is_boundary(text, end)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the place begins and ends at the edges of words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        (before.isalnum() and text[start].isalnum())
        or (after.isalnum() and text[end - 1].isalnum())
    )
