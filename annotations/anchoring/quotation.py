"""Find a quotation again, in the text it was taken from or in a changed one, or say that it cannot.

Pure, and linear in the length of the text. Offsets are code points, ends exclusive, and no end
lies inside a character (`annotations.graphemes`). A wrong anchor is worse than none: where several
places fit about equally well, or the best fits badly, there is no answer.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz

from annotations.folding import Folded
from annotations.graphemes import is_boundary

# How well quotation and context together must fit, and by how much better than the next place.
ENOUGH, MARGIN = 0.78, 0.03
# A quotation of this length says as much about its place as its context does.
EVEN = 40
# Below this likeness (of 100) changed words are other words.
ALIKE = 70
# Likeness is looked for with this many characters of a longer quotation, from each of its ends.
PIECE = 160
# How many characters at an end of a changed quotation decide where that end lies.
EDGE = 48
# More places than these tell nothing apart.
MOST = 2000


class Edge(NamedTuple):
    """What the first and the last character of a quotation may look like."""

    start: re.Pattern[str]
    end: re.Pattern[str]


_WORD = Edge(re.compile(r"(?<!\w)\w"), re.compile(r"\w(?!\w)"))
_MARK = Edge(re.compile(r"(?<!\w)\w|[^\w\s]"), re.compile(r"\w(?!\w)|[^\w\s]"))


class Quotation(NamedTuple):
    """Words with those before and after them, all folded."""

    exact: str
    prefix: str
    suffix: str


class Anchor(NamedTuple):
    """Where a quotation stands: `score` from 0 to 1, 1 where words and context are unchanged."""

    start: int
    end: int
    score: float


def find_all(text: str, exact: str) -> list[tuple[int, int]]:
    """Every place of a pasted quotation, whatever its blanks, quotation marks and dashes are.

    Whole words where there are any; without regard to case only where nothing else is found.
    """
    inside = exact.strip().strip("“”\"'«»„‘’…").strip()
    for ignore_case in (False, True):
        folded = Folded(text, ignore_case=ignore_case)
        for words in (exact, inside):
            places = [place for place in folded.find(words) if _is_whole(text, *place)]
            if places:
                return [place for place in places if _is_word(text, *place)] or places
    return []


def locate(
    text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None
) -> Anchor | None:
    """The one place of a quotation by its words, the words around it and where it once began."""
    candidates = _candidates(text, exact, prefix, suffix) if exact.strip() else []
    weighed = [_weigh(text, each, prefix, suffix, len(exact)) for each in candidates]
    best = max(weighed, key=lambda anchor: anchor.score, default=None)
    if best is None or best.score < ENOUGH:
        return None
    near = [anchor for anchor in weighed if anchor.score > best.score - MARGIN]
    rivals = [each for each in near if each.end <= best.start or best.end <= each.start]
    return _nearest([best, *rivals], start) if rivals else best


def _candidates(text: str, exact: str, prefix: str, suffix: str) -> list[Anchor]:
    """Places of the words as they are or nearly so, or else of the most alike; words weighed."""
    folded = Folded(text, ignore_case=True)
    places = [place for place in islice(folded.find(exact), MOST) if _is_whole(text, *place)]
    if places:
        return [
            Anchor(start, end, 1.0 if text[start:end] == exact else 0.98) for start, end in places
        ]
    wanted = Quotation(folded.fold(exact), folded.fold(prefix), folded.fold(suffix))
    found = {_placed(folded.text, wanted, *place) for place in _alike(folded.text, wanted.exact)}
    return [_unfolded(text, folded, exact, *place) for place in found]


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


def _placed(text: str, wanted: Quotation, start: int, end: int) -> tuple[int, int]:
    """Put both ends at edges of words, where the characters inside and outside fit best.

    Likeness finds the place but not its ends: that is why each end is weighed by itself.
    """
    exact, before, after = wanted
    slack, edge = max(16, len(exact) // 4), min(EDGE, len(exact))

    def begins(place: int) -> float:
        outside = text[max(0, place - len(before) - 1) : place]
        is_same = text[place] == exact[0]
        return is_same + _fit(exact[:edge], text[place : place + edge], before, outside)

    def ends(place: int) -> float:
        outside = text[place + 1 : place + len(after) + 2]
        inside = text[max(start, place + 1 - edge) : place + 1]
        return (text[place] == exact[-1]) + _fit(exact[-edge:], inside, after, outside)

    first, last = (_WORD if each.isalnum() else _MARK for each in (exact[0], exact[-1]))
    start = max(_edges(text, start, slack, first.start), key=begins, default=start)
    edges = [place for place in _edges(text, end - 1, slack, last.end) if place >= start]
    return start, 1 + max(edges, key=ends, default=max(start, end - 1))


def _fit(wanted: str, inside: str, context: str, outside: str) -> float:
    """How well the words of an end fit, and those beyond it where the quotation says them."""
    beyond = fuzz.ratio(context, outside.strip()) if context else 0
    return fuzz.ratio(wanted, inside) + beyond


def _edges(text: str, around: int, slack: int, edge: re.Pattern[str]) -> list[int]:
    """Where words begin or end, at most `slack` characters away; matches see the text beyond."""
    low, high = max(0, around - slack), min(len(text), around + slack + 1)
    return [place for place in range(low, high) if edge.match(text, place)]


def _unfolded(text: str, folded: Folded, exact: str, start: int, end: int) -> Anchor:
    """From the folded text back to the text itself, and out of the middle of characters."""
    start, end = folded.range(start, end)
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return Anchor(start, end, fuzz.ratio(folded.fold(exact), folded.fold(text[start:end])) / 100)


def _weigh(text: str, anchor: Anchor, prefix: str, suffix: str, length: int) -> Anchor:
    """Words and context in one score: the longer the quotation, the less its context counts.

    Changed words without any context have to be far more alike than those that have one.
    """
    sides = []
    if prefix:
        sides.append(_likeness(prefix, text[max(0, anchor.start - len(prefix)) : anchor.start]))
    if suffix:
        sides.append(_likeness(suffix, text[anchor.end : anchor.end + len(suffix)]))
    if not sides:
        return anchor._replace(score=anchor.score**2)
    share = length / (length + EVEN)
    context = (max(sides) + sum(sides) / len(sides)) / 2
    return anchor._replace(score=share * anchor.score + (1 - share) * context)


def _likeness(wanted: str, there: str) -> float:
    return fuzz.ratio(" ".join(wanted.split()), " ".join(there.split())) / 100


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
