"""The pass over a wpDiscuz section that tells handles, bodies and residue apart."""

from archive.ingest.comment_systems import widget
from archive.ingest.comment_systems.handles import Habit, Handles
from archive.ingest.comment_systems.thread import Draft
from archive.ingest.comment_systems.widget import Kind
from archive.ingest.dates import is_date
from archive.ingest.lines import Line


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
        name = "" if self.open.reply_to or self.rows[at].gap else widget.reply_to(words)
        if name in self.handles.known or (name and self.handles.dated):
            self.open.reply_to = name
            return True
        return False

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
