"""A quotation near where it once began, found without a look at the whole text. Pure."""

from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz

from annotations.anchoring.anchors import MARGIN, Anchor, Quotation, weigh
from annotations.anchoring.ends import aligned
from annotations.folding import Folded

# How many characters off the old place are looked at, first and then.
REACHES = 2_000, 30_000
# How alike (of 100) the ends of a quotation must be to be taken without a look elsewhere, and by
# how much more alike than the next place near by.
ALIKE, APART = 75, 10
# A place is the one meant if it is so many times nearer to the old place than any other.
NEARER = 8
# An end is looked for with so many characters inside of it and outside; so many are fast to find.
INSIDE, OUTSIDE = 40, 24
# Less than so many characters of context on a side do not tell a place.
CONTEXT = 8
# Longer quotations are looked for in the whole text.
LONGEST = 10_000
# More places of the very same words elsewhere than these are not weighed one by one.
MOST = 200


def nearby(searched: Folded, wanted: Quotation, start: int) -> tuple[int, int] | None:
    """The place in the folded text, if beyond doubt: no other place fits nearly as well."""
    exact, prefix, suffix = wanted
    if min(len(prefix), len(suffix)) < CONTEXT or len(exact) > LONGEST:
        return None
    close = Quotation(exact, prefix[-OUTSIDE:], suffix[:OUTSIDE])
    for reach in REACHES:
        place = _within(searched.text, close, searched.place(start), reach)
        if place:
            return place if _is_beyond_doubt(searched.text, wanted, *place) else None
    return None


def _within(text: str, wanted: Quotation, around: int, reach: int) -> tuple[int, int] | None:
    """The one place that is like the wanted, at most so many characters off."""
    exact, prefix, suffix = wanted
    whole, length = prefix + exact + suffix, OUTSIDE + INSIDE
    head, tail, far = whole[:length], whole[-length:], 2 * len(whole)
    begin = max(0, around - len(prefix))
    finish = max(0, begin + len(whole) - len(tail))
    first = _found(text, head, begin, reach)
    last = _found(text, tail, finish, reach) if first is None else None
    if first:
        last = _found(text, tail, first[0] + len(whole) - len(tail), far)
    elif last:
        first = _found(text, head, max(0, last[1] - len(whole)), far)
    is_in_order = first and last and first[0] < last[1]
    return _ends(text, wanted, first[0], last[1]) if first and last and is_in_order else None


def _found(text: str, piece: str, around: int, reach: int) -> tuple[int, int] | None:
    """Where a piece stands about a place, if none that is much like it is about as near."""
    low, high = max(0, around - reach), min(len(text), around + len(piece) + reach)
    found = fuzz.partial_ratio_alignment(piece, text[low:high], score_cutoff=ALIKE)
    if found is None or high - low < len(piece):
        return None
    first, last = low + found.dest_start, low + found.dest_end
    near = NEARER * abs(first - around) + len(piece)
    enough = max(ALIKE, found.score - APART)
    is_twice = any(
        len(rest) >= len(piece) and fuzz.partial_ratio(piece, rest, score_cutoff=enough)
        for rest in (text[max(low, around - near) : first], text[last : min(high, around + near)])
    )
    return None if is_twice else (first, last)


def _ends(text: str, wanted: Quotation, start: int, end: int) -> tuple[int, int]:
    """Where the words begin and end that stand, with their context, at about this place."""
    first = text.find(wanted.exact, start, end)
    if first < 0 or text.find(wanted.exact, first + 1, end) >= 0:
        return aligned(text, wanted, start, end)
    return first, first + len(wanted.exact)


def _is_beyond_doubt(text: str, wanted: Quotation, start: int, end: int) -> bool:
    """Whether no place of the very same words has nearly as good a context."""
    if start >= end:
        return False
    words = fuzz.ratio(wanted.exact, text[start:end]) / 100
    enough = weigh(text, Anchor(start, end, words), wanted).score - 2 * MARGIN
    others = list(islice(_elsewhere(text, wanted.exact, start, end), MOST))
    rivals = (weigh(text, Anchor(each, each + len(wanted.exact), 1.0), wanted) for each in others)
    return len(others) < MOST and all(each.score < enough for each in rivals)


def _elsewhere(text: str, exact: str, start: int, end: int) -> Iterator[int]:
    """Where the very same words stand, but at this place."""
    place = text.find(exact)
    while place >= 0:
        if place >= end or place + len(exact) <= start:
            yield place
        place = text.find(exact, place + len(exact))
