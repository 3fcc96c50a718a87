"""wpDiscuz, as its pages look after they were scraped to plain text.

The section begins at the statement ("23 Comments") and the widget's controls below it. Then come
the comments: a handle, the body, and below top-level comments only a residue block (`hash` and
`hashed` or `failed`). "Last edited ... by NAME" may follow either.

So a line directly below residue is a handle. A comment without a residue block is a reply, and
its handle has to be told from the paragraphs around it: it stands alone, is short, does not end
as a sentence does, and a body follows. The first paragraph below a handle is always body.

How the thread is read: a run of comments without residue block stands between two top-level
comments, and hangs on the one *above* it, whose replies the page shows before it goes on. The
page says no more, so such a reply has depth 1 and its parent is inferred.
"""

from archive.ingest.comment_systems import widget
from archive.ingest.comment_systems.handles import Habit, Handles, like_a_handle
from archive.ingest.comment_systems.statement import shortfall, stated
from archive.ingest.comment_systems.thread import (
    Draft,
    Thread,
    comments,
    residue,
    unattributed,
)
from archive.ingest.comment_systems.threading import hang
from archive.ingest.comment_systems.widget import Kind
from archive.ingest.dates import is_date
from archive.ingest.lines import Line
from archive.ingest.parsed import Section

_NEAR = 9


def recognise(rows: list[Line]) -> Thread | None:
    """The comment section of a wpDiscuz page, or None where there is none."""
    first = _first(rows)
    if first is None:
        return None
    start = _below_controls(rows, first)
    scan = Scan(rows, start)
    drafts = scan.run()
    hang(rows, drafts)
    said = stated(rows[first].words)
    found = comments(rows, drafts)
    whole = _whole(rows, first, said)
    left_over = [*range(first, start), *scan.residue]
    left_over += [draft.handle for draft in drafts if draft.handle is not None and not draft.body]
    warnings = shortfall(said, len(found)) + unattributed(drafts) + _unstated(said)
    return Thread(first, [whole, *residue(rows, left_over)], found, said, warnings)


class Scan:
    """One pass over the lines of the section, from the first handle on."""

    def __init__(self, rows: list[Line], start: int) -> None:
        self.rows, self.start = rows, start
        self.kinds = widget.kinds(rows, start)
        self.handles = Handles(rows, self.kinds, start)
        self.drafts: list[Draft] = []
        self.residue: list[int] = []
        self.open: Draft | None = None

    def run(self) -> list[Draft]:
        at = self.start
        while at < len(self.rows):
            at = self._step(at)
        return self.drafts

    def _step(self, at: int) -> int:
        if not self.handles.text(at) or self._is_residue(at):
            return self._close(at)
        return self._handle(at) if self._is_handle(at) else self._body(at)

    def _is_handle(self, at: int) -> bool:
        if at in self.handles.confirmed:
            return True
        if self.open is None:
            return self.handles.in_place(at)
        return bool(self.open.body) and self.handles.begins(at)

    def _is_residue(self, at: int) -> bool:
        """Half a residue block, or a vote, where neither a handle nor a first paragraph is due."""
        if self.kinds[at] is not Kind.MAYBE:
            return False
        if self.open is None:
            return not (self.handles.in_place(at) and self.rows[at + 1].gap)
        return bool(self.open.body)

    def _close(self, at: int) -> int:
        self.open = None
        self.residue.append(at)
        if self.drafts and self.rows[at].words in {"hash", "hashed", "failed"}:
            self.drafts[-1].top = True
        return at + 1

    def _handle(self, at: int) -> int:
        """Opens a comment, and takes the lines of date and addressee below its handle."""
        self.open = Draft(handle=at)
        self.drafts.append(self.open)
        at += 1
        while self.handles.text(at) and self.handles.text(at + 1) and self._is_about(at):
            self.residue.append(at)
            at += 1
        return at

    def _is_about(self, at: int) -> bool:
        """Notes the date, or to whom the comment replies, where the line says that."""
        assert self.open is not None
        words = self.rows[at].words
        if self.handles.dated and self.open.posted is None and is_date(words):
            self.open.posted = at
            return True
        name = "" if self.open.reply_to else widget.reply_to(words)
        self.open.reply_to = self.open.reply_to or name
        return bool(name)

    def _body(self, at: int) -> int:
        """Takes a line into the body, the first line with the whole paragraph that it opens."""
        if self.open is None:
            self.open = Draft(handle=None)
            self.drafts.append(self.open)
        body = self.open.body
        self.open.body = range(body.start, at + 1) if body else range(at, self._paragraph(at))
        return self.open.body.stop

    def _paragraph(self, at: int) -> int:
        after = at + 1
        if self.handles.dated or self.handles.habit is Habit.TIGHT:
            return after
        while self._continues(after):
            after += 1
        return after

    def _continues(self, at: int) -> bool:
        inside = at < len(self.rows) and self.kinds[at] is Kind.TEXT and not self.rows[at].gap
        return inside and at not in self.handles.confirmed


def _first(rows: list[Line]) -> int | None:
    """The line of the statement that has the widget around it; or what stands in its place."""
    said = [at for at, row in enumerate(rows) if stated(row.words) is not None]
    beside = next((at for at in said if _has_controls(rows, at)), None)
    if beside is not None:
        return beside
    pair = next((at for at in range(len(rows)) if widget.hash_pair(rows, at)), None)
    if pair is None:
        return None
    return next((at for at in reversed(said) if at < pair), None) or _first_handle(rows, pair)


def _has_controls(rows: list[Line], at: int) -> bool:
    above = {row.words.lower() for row in rows[max(0, at - _NEAR) : at]}
    below = {row.words.lower() for row in rows[at + 1 : at + _NEAR]}
    return bool(above & widget.SUBSCRIBING_ONLY or below & widget.SORTING)


def _first_handle(rows: list[Line], pair: int) -> int | None:
    """Where nothing states the section: the nearest line above its first residue like a handle."""
    for at in range(pair - 2, -1, -1):
        if rows[at].gap and rows[at + 1].gap and like_a_handle(rows[at].words):
            return at
    return None


def _below_controls(rows: list[Line], first: int) -> int:
    """The line below the statement and the widget's controls, each of which stands once."""
    at = first + (stated(rows[first].words) is not None)
    seen: set[str] = set()
    while at < len(rows) and (words := rows[at].words.lower()) in widget.SORTING - seen:
        seen.add(words)
        at += 1
    return at


def _whole(rows: list[Line], first: int, said: int | None) -> Section:
    start, end = rows[first].first, rows[-1].last
    if said is None:
        return Section("comments", start, end)
    return Section("comments", start, end, None, start, rows[first].last)


def _unstated(said: int | None) -> list[str]:
    guess = "The page does not state its comments: where they begin is a guess."
    return [] if said is not None else [guess]
