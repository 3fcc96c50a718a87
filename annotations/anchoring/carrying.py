"""Carry spans from a text to its next version, or say that they are gone or in doubt. Pure."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from annotations.anchoring.comparison import compared
from annotations.anchoring.likeness import likeness
from annotations.anchoring.places import Found, Placing
from annotations.anchoring.points import point
from annotations.graphemes import whole_characters

State = Literal["exact", "changed", "moved", "ambiguous", "orphan"]
# From this score on changed words count as the same passage; from `DOUBTFUL` on a person decides.
SAME, DOUBTFUL = 0.6, 0.4
# So many bits bear a place out; surroundings that are all there are worth as many as `SURROUNDED`.
BORNE_OUT, SURROUNDED = 70, 100
# Surroundings that stand, so much of them, speak for words that changed within them.
STANDING, STANDING_FOR = 0.8, 0.05
# At most the score of words that nothing bears out.
UNSURE = 0.5
# Below this score the very same words elsewhere are looked for.
SURE = 0.8


class Carried(NamedTuple):
    """Where a span stands in the next version of its text (code points, `end` exclusive).

    `exact`: its very characters, in their old surroundings. `moved`: its very characters, in a
    passage that stands elsewhere in the order of the text. `changed`: in other characters.
    `ambiguous`: the likeliest place, for a person to judge. `orphan`: gone, without a place.
    `score` is from 0 to 1: how much of the words is still there.
    """

    start: int | None
    end: int | None
    state: State
    score: float


def carry(old_text: str, new_text: str, spans: Iterable[tuple[int, int]]) -> list[Carried]:
    """What became of each span (code points of the old text), in the order of the spans.

    Spans may overlap and be empty. Raises ValueError for one that is not of the old text.
    """
    asked = list(spans)
    for start, end in asked:
        if not 0 <= start <= end <= len(old_text):
            raise ValueError(f"The span {start}-{end} is not within 0-{len(old_text)}.")
    if old_text == new_text:
        return [Carried(start, end, "exact", 1.0) for start, end in asked]
    placing = Placing(compared(old_text, new_text))
    return [_carried(placing, start, end) for start, end in asked]


def _carried(placing: Placing, start: int, end: int) -> Carried:
    first, last = placing.old.within(start, end)
    if start == end or first >= last:
        return _wordless(placing, start, end)
    found, score = _best(placing, start, end)
    if found is None or score < DOUBTFUL:
        return Carried(None, None, "orphan", score)
    old, new = placing.old.text, placing.new.text
    there = whole_characters(new, found.start, found.end)
    return Carried(*there, _state(found, score, old[start:end] == new[slice(*there)]), score)


def _wordless(placing: Placing, start: int, end: int) -> Carried:
    """A point, or nothing but blanks: it stands where the words about it still do."""
    points = [point(placing.alignment, offset) for offset in (start, end)]
    if points[0] is None or points[1] is None or points[1].place < points[0].place:
        return Carried(None, None, "orphan", 0.0)
    if start < end and points[0].place == points[1].place:
        return Carried(None, None, "orphan", 0.0)
    there = whole_characters(placing.new.text, points[0].place, points[1].place)
    if not (points[0].is_sure and points[1].is_sure):
        return Carried(*there, "ambiguous", DOUBTFUL)
    is_same = placing.old.text[start:end] == placing.new.text[slice(*there)]
    return Carried(*there, "exact" if is_same else "changed", 1.0)


def _best(placing: Placing, start: int, end: int) -> tuple[Found | None, float]:
    found = placing.place(start, end)
    score = _score(placing, start, end, found) if found else 0.0
    if score < SURE:
        verbatim = placing.verbatim(start, end)
        if verbatim:
            return verbatim, 1.0
    return found, score


def _score(placing: Placing, start: int, end: int, found: Found) -> float:
    like = likeness(placing.alignment, (start, end), (found.start, found.end))
    score = (like.letters + like.words) / 2
    if like.around >= STANDING:
        score = min(1.0, score + STANDING_FOR)
    is_borne_out = like.bits * like.words + SURROUNDED * like.around >= BORNE_OUT
    return score if is_borne_out else min(score, UNSURE)


def _state(found: Found, score: float, is_same: bool) -> State:
    if score < SAME:
        return "ambiguous"
    if not is_same:
        return "changed"
    return "moved" if found.group else "exact"
