"""Find a quotation again, in the text it was taken from or in a changed one, or say that it cannot.

Pure, and linear in the length of the text. Offsets are code points, ends exclusive, and no end
lies inside a character (`annotations.graphemes`). A wrong anchor is worse than none: where several
places fit about equally well, or the best fits badly, there is no answer.
"""

from annotations.anchoring.anchors import ENOUGH, MARGIN, Anchor, Quotation, weigh
from annotations.anchoring.candidates import candidates, is_whole, unfolded
from annotations.anchoring.nearby import nearby
from annotations.folding import folded


def find_all(text: str, exact: str) -> list[tuple[int, int]]:
    """Every place of a pasted quotation, whatever its blanks, quotation marks and dashes are.

    Whole words where there are any; without regard to case only where nothing else is found.
    """
    inside = exact.strip().strip("“”\"'«»„‘’…").strip()
    for ignore_case in (False, True):
        searched = folded(text, ignore_case=ignore_case)
        for words in (exact, inside):
            places = [place for place in searched.find(words) if is_whole(text, *place)]
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
    anchor = found and weigh(text, unfolded(text, searched, exact, *found), wanted)
    return anchor if anchor and anchor.score >= ENOUGH else None


def _anywhere(text: str, wanted: Quotation, start: int | None) -> Anchor | None:
    weighed = [weigh(text, each, wanted) for each in candidates(text, *wanted)]
    best = max(weighed, key=lambda anchor: anchor.score, default=None)
    if best is None or best.score < ENOUGH:
        return None
    near = [anchor for anchor in weighed if anchor.score > best.score - MARGIN]
    rivals = [each for each in near if each.end <= best.start or best.end <= each.start]
    return _nearest([best, *rivals], start) if rivals else best


def _nearest(rivals: list[Anchor], start: int | None) -> Anchor | None:
    """The one rival that is by far nearest to where the quotation once began."""
    if start is None:
        return None
    first, second = sorted(rivals, key=lambda anchor: abs(anchor.start - start))[:2]
    is_nearer = 8 * abs(first.start - start) < abs(second.start - start)
    return first if is_nearer else None


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the place begins and ends at the edges of words."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        (before.isalnum() and text[start].isalnum())
        or (after.isalnum() and text[end - 1].isalnum())
    )
