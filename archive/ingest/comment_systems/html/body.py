"""The words of a comment alone: no name, no date, no buttons, no replies."""

from collections.abc import Iterable

from archive.ingest.comment_systems.html import controls
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.sight import Part
from archive.ingest.comment_systems.html.spans import Range, gaps, holds, meets, trimmed

_LONGEST_CUT = 400


def find(
    text: str, draft: Draft, named: Part | None, cuts: Iterable[Part], below: list[Range]
) -> Range | None:
    """What is left of the body's element, else the longest run of what is left of the comment."""
    whole = named.place if named else draft.whole
    heads = [place for place in (draft.handle, draft.posted) if place and meets(place, whole)]
    taken = [cut.place for cut in cuts if not holds(cut.place, whole)]
    taken = [place for place in taken if place[1] - place[0] < _LONGEST_CUT]
    left = gaps(text, whole, [*taken, *below, *heads])
    if named is None or heads:
        found = max(left, key=lambda each: _weight(text, each), default=None)
    else:
        found = _between(text, whole, left, below) if left else None
    return controls.without(text, found) if found else None


def _weight(text: str, place: Range) -> tuple[bool, int]:
    """What is only a button weighs less than what somebody wrote, however short."""
    return not controls.is_control(text, *place), place[1] - place[0]


def _between(text: str, whole: Range, left: list[Range], below: list[Range]) -> Range | None:
    """From the first to the last of what is left, up to the first reply inside."""
    first = left[0][0]
    end = min((start for start, _ in below if start > first), default=whole[1])
    return trimmed(text, first, max(stop for _, stop in left if stop <= end))


def quotes(draft: Draft, named: Iterable[Part]) -> tuple[Range, ...]:
    """The outermost quotations in the body; one that is all of it is the page's way to set it."""
    kept: list[Range] = []
    for part in named:
        inside = draft.body and holds(draft.body, part.place) and part.place != draft.body
        if inside and (not kept or part.place[0] >= kept[-1][1]):
            kept.append(part.place)
    return tuple(kept)
