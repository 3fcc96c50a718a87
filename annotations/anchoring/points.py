"""Where a point between words stands in the next version of a text. Pure."""

from typing import NamedTuple

from annotations.anchoring.alignment import Alignment


class Point(NamedTuple):
    """A place in the new text (code points), and whether both its neighbours are still there."""

    place: int
    is_sure: bool


def point(alignment: Alignment, offset: int) -> Point | None:
    """A place of the old text in the new one: between the same words, or next to one of them."""
    old, new = alignment.old, alignment.new
    after, _ = old.within(offset, len(old.text))
    before = after - 1
    if after < len(old) and old.starts[after] < offset:
        return _inside(alignment, after, offset)
    left = alignment.to[before] if before >= 0 else -1
    right = alignment.to[after] if after < len(old) else len(new)
    has_left, has_right = before < 0 or left >= 0, after >= len(old) or right >= 0
    begin = new.ends[left] if left >= 0 else 0
    end = new.starts[right] if 0 <= right < len(new) else len(new.text)
    if has_left and has_right and right == left + 1:
        gone = offset - (old.ends[before] if before >= 0 else 0)
        rest = (old.starts[after] if after < len(old) else len(old.text)) - offset
        return Point(min(begin + gone, end) if gone <= rest else max(begin, end - rest), True)
    if before >= 0 and has_left:
        return Point(begin, False)
    return Point(end, False) if after < len(old) and has_right else None


def _inside(alignment: Alignment, word: int, offset: int) -> Point | None:
    there = alignment.to[word]
    if there < 0:
        return None
    return Point(alignment.new.starts[there] + offset - alignment.old.starts[word], True)
