"""What every comment system hands back, and how its drafts become comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archive.ingest.dates import posted_at
from archive.ingest.lines import Line
from archive.ingest.parsed import Comment, Section


class Thread(NamedTuple):
    """A comment section: from which line it runs to the end of the page, and what is in it."""

    first: int
    sections: list[Section]
    comments: list[Comment]
    stated: int | None
    warnings: list[str]


@dataclass(slots=True)
class Draft:
    """A comment in the making; numbers are indexes of lines."""

    handle: int | None
    body: range = range(0)
    posted: int | None = None
    reply_to: str = ""
    top: bool = False
    depth: int = 0
    parent: "Draft | None" = None
    parent_inferred: bool = False


def comments(rows: list[Line], drafts: Iterable[Draft]) -> list[Comment]:
    """The drafts that have a body. A reply to one that has none is left without parent."""
    kept = [draft for draft in drafts if draft.body]
    place = {id(draft): index for index, draft in enumerate(kept)}
    return [_comment(rows, draft, place.get(id(draft.parent))) for draft in kept]


def _comment(rows: list[Line], draft: Draft, parent: int | None) -> Comment:
    handle = rows[draft.handle] if draft.handle is not None else None
    posted = rows[draft.posted] if draft.posted is not None else None
    return Comment(
        start=rows[draft.body[0]].first,
        end=rows[draft.body[-1]].last,
        author_start=handle and handle.first,
        author_end=handle and handle.last,
        depth=draft.depth,
        parent=parent,
        parent_inferred=parent is not None and draft.parent_inferred,
        posted_start=posted and posted.first,
        posted_end=posted and posted.last,
        posted_at=posted_at(posted.words) if posted else None,
    )


def residue(rows: list[Line], indexes: Iterable[int]) -> list[Section]:
    """A section for each run of lines that follow one another without a blank line between."""
    runs: list[list[int]] = []
    for index in sorted(indexes):
        if runs and runs[-1][-1] == index - 1 and not rows[index].gap:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [Section("residue", rows[run[0]].first, rows[run[-1]].last) for run in runs]


def unattributed(drafts: Iterable[Draft]) -> list[str]:
    """Warnings for what lost its other half: bodies without handle, handles without body."""
    drafts = list(drafts)
    nameless = sum(draft.handle is None for draft in drafts)
    bodiless = sum(not draft.body for draft in drafts)
    return [f"Comments without a recognised author: {nameless}."] * bool(nameless) + [
        f"Authors without a comment, left among the residue: {bodiless}."
    ] * bool(bodiless)
