"""Comments apart from one another, whatever a page's broken markup made of them."""

from itertools import pairwise

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import Range, trimmed


def settle(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts that have words of their own, in the order of the page, none in another.

    A body ends where the next begins. A name stands right before its body or right behind it, with
    no other comment between: the words of a name that stands elsewhere are nobody's name.
    """
    kept = [draft for draft in drafts if draft.body]
    kept.sort(key=lambda draft: (_body(draft)[0], -_body(draft)[1]))
    for draft, after in pairwise(kept):
        start, end = _body(draft)
        draft.body = trimmed(text, start, min(end, _body(after)[0]))
    kept = [draft for draft in kept if draft.body]
    edges = [0, *(edge for draft in kept for edge in _body(draft)), len(text)]
    reached = 0
    for at, draft in enumerate(kept):
        last, start, end, following = edges[2 * at : 2 * at + 4]
        draft.handle = _near(draft.handle, (max(last, reached), start), (end, following))
        reached = max(end, draft.handle[1] if draft.handle else 0)
    return kept


def _body(draft: Draft) -> Range:
    assert draft.body is not None
    return draft.body


def _near(handle: Range | None, *gaps: Range) -> Range | None:
    held = handle and any(start <= handle[0] and handle[1] <= end for start, end in gaps)
    return handle if held else None
