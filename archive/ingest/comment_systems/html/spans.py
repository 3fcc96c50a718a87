"""Ranges of one text that nest or stand apart, as those of the elements of a page do."""

from collections.abc import Iterable, Sequence

Range = tuple[int, int]


def owners(outer: Sequence[Range], inner: Sequence[Range]) -> list[int | None]:
    """For each inner range the innermost outer one that holds it, in one pass over both.

    `outer` is in the order of the page: of two that are equal the later one is the inner one.
    """
    opened: list[int] = []
    found: list[int | None] = [None] * len(inner)
    order = sorted(range(len(outer)), key=lambda at: (outer[at][0], -outer[at][1], at))
    due = iter(order)
    coming = next(due, None)
    for at in sorted(range(len(inner)), key=lambda at: inner[at]):
        start, end = inner[at]
        while coming is not None and outer[coming][0] <= start:
            _close(opened, outer, outer[coming][0])
            opened.append(coming)
            coming = next(due, None)
        _close(opened, outer, start)
        found[at] = next((each for each in reversed(opened) if outer[each][1] >= end), None)
    return found


def _close(opened: list[int], outer: Sequence[Range], at: int) -> None:
    while opened and outer[opened[-1]][1] <= at:
        opened.pop()


def meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def trimmed(text: str, start: int, end: int) -> Range | None:
    """The range without white space at its ends, or None where nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def gaps(text: str, whole: Range, cuts: Iterable[Range]) -> list[Range]:
    """What is left of a range without the cuts, trimmed; what has no letter or digit is left out
    where something else remains."""
    left: list[Range] = []
    at, end = whole
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= end:
            break
        if cut_end > at:
            left += [place] if (place := trimmed(text, at, max(at, cut_start))) else []
            at = cut_end
    left += [place] if at < end and (place := trimmed(text, at, end)) else []
    worded = [place for place in left if any(sign.isalnum() for sign in text[slice(*place)])]
    return worded or left
