"""Comments that came as rows, written below the text they belong to."""

from collections.abc import Sequence
from typing import NamedTuple

from archive.ingest.dates import posted_at
from archive.ingest.parsed import Comment, Section
from archive.ingest.row import CommentRow

_DEEPEST = 32767
_UNKNOWN, _ON_PATH = -1, -2


class Written(NamedTuple):
    """The text with the comments below it, and what stands where in it."""

    text: str
    sections: list[Section]
    comments: list[Comment]
    warnings: list[str]


def write_below(text: str, rows: Sequence[CommentRow]) -> Written:
    """The text unchanged, then each comment: handle, date as written, blank line, body.

    Nothing is added but line breaks. A row without words is left out, and a warning counts it.
    """
    kept = [row for row in rows if row.text.strip()]
    parents, lost = _parents(kept)
    depths = _depths(parents)
    pieces, at = [text], len(text)
    comments: list[Comment] = []
    for row, parent, depth in zip(kept, parents, depths, strict=True):
        comment, piece = _comment(row, at, parent, depth)
        comments.append(comment)
        pieces.append(piece)
        at += len(piece)
    warnings = [f"Comments without words, left out: {len(rows) - len(kept)}."]
    warnings = warnings * (len(kept) < len(rows)) + lost
    return Written("".join(pieces), _sections(comments, at), comments, warnings)


def _comment(row: CommentRow, at: int, parent: int | None, depth: int) -> tuple[Comment, str]:
    """The comment and its piece of the text, which begins at `at`."""
    lines = [row.author, row.posted]
    head = "".join(f"{line}\n" for line in lines if line)
    before = "\n\n" + head + ("\n" if head else "")
    author = at + 2
    posted = author + len(row.author) + bool(row.author)
    body = at + len(before)
    comment = Comment(
        start=body,
        end=body + len(row.text),
        author_start=author if row.author else None,
        author_end=author + len(row.author) if row.author else None,
        depth=depth,
        parent=parent,
        parent_inferred=False,
        posted_start=posted if row.posted else None,
        posted_end=posted + len(row.posted) if row.posted else None,
        posted_at=posted_at(row.posted),
        external_id=row.external_id,
    )
    return comment, before + row.text


def _sections(comments: list[Comment], end: int) -> list[Section]:
    """The section over all comments, and their dates as residue in it."""
    if not comments:
        return []
    first = comments[0]
    starts = [first.author_start, first.posted_start, first.start]
    start = next(start for start in starts if start is not None)
    dates = [
        Section("residue", each.posted_start, each.posted_end)
        for each in comments
        if each.posted_start is not None and each.posted_end is not None
    ]
    return [Section("comments", start, end), *dates]


def _parents(rows: list[CommentRow]) -> tuple[list[int | None], list[str]]:
    """For each row the index of its parent, and a warning for parents that are not there."""
    place = {row.external_id: at for at, row in reversed([*enumerate(rows)]) if row.external_id}
    lost = sum(bool(row.parent) and row.parent not in place for row in rows)
    return [place.get(row.parent) for row in rows], [
        f"Comments whose parent is not there: {lost}."
    ] * bool(lost)


def _depths(parents: list[int | None]) -> list[int]:
    """The depth of each. Where comments answer in a circle, it is cut in `parents`."""
    depths: list[int] = [_UNKNOWN] * len(parents)
    for start in range(len(parents)):
        path: list[int] = []
        at: int | None = start
        while at is not None and depths[at] == _UNKNOWN:
            depths[at] = _ON_PATH
            path.append(at)
            at = parents[at]
        if at is not None and depths[at] == _ON_PATH:
            parents[path[-1]] = at = None
        depth = -1 if at is None else depths[at]
        for below, each in enumerate(reversed(path), start=1):
            depths[each] = min(depth + below, _DEEPEST)
    return depths
