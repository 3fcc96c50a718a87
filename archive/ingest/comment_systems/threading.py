"""Which comment hangs on which, as far as a scraped page tells."""

from archive.ingest.comment_systems.thread import Draft
from archive.ingest.lines import Line


def hang(rows: list[Line], drafts: list[Draft]) -> None:
    """Sets depth and parent of each draft.

    A line "Reply to NAME" names the parent: it is inferred only where NAME stands above more than
    once. Else, on a page that marks its top-level comments, one without the mark hangs on the
    nearest of them above it. On a page that marks none, nothing is known and all stand at depth 0.
    """
    marked = any(draft.top for draft in drafts)
    top: Draft | None = None
    above: dict[str, list[Draft]] = {}
    for draft in drafts:
        named = above.get(draft.reply_to, [])
        if named:
            _put_below(draft, named[-1], inferred=len(named) > 1)
        elif marked and not draft.top and top is not None:
            _put_below(draft, top, inferred=True)
        top = draft if draft.top else top
        if draft.handle is not None:
            above.setdefault(rows[draft.handle].words, []).append(draft)


def _put_below(draft: Draft, parent: Draft, *, inferred: bool) -> None:
    draft.parent, draft.parent_inferred, draft.depth = parent, inferred, parent.depth + 1
