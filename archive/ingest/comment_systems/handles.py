"""Where a commenter's name may stand: what the lines around it, and the page's habits, allow."""

import re
from collections import Counter
from enum import Enum, auto

from archive.ingest import sentences
from archive.ingest.comment_systems.widget import Kind, edited_by
from archive.ingest.dates import is_date
from archive.ingest.lines import Line

_OPENS_BODY = tuple('"“«„>*•–—-([{@#/')
_LONGEST, _MOST_WORDS, _LONGEST_IN_PLACE = 50, 6, 60
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


class Habit(Enum):
    """How the page sets off a handle from the body below it."""

    SPACED = auto()  # by a blank line
    GLUED = auto()  # by nothing; blank lines stand between paragraphs
    TIGHT = auto()  # by nothing; there are no blank lines


def like_a_handle(words: str) -> bool:
    """Short, no address, no quotation, and not ending as a sentence does."""
    return (
        len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and not words.endswith(sentences.BREAKS)
        and not words.startswith(_OPENS_BODY)
        and not _ADDRESS.match(words)
    )


class Handles:
    """Says of a line, given those around it, whether it is a handle."""

    def __init__(self, rows: list[Line], kinds: list[Kind], start: int) -> None:
        self.rows, self.kinds, self.start = rows, kinds, start
        due = [at for at in range(start, len(rows)) if self.due(at) and self.text(at)]
        due = [at for at in due if self.text(at + 1)]
        self.habit = self._habit(due)
        self.dated = 2 * sum(is_date(rows[at + 1].words) for at in due) > len(due)
        self.confirmed, self.settled = self._edited()
        names = {rows[at].words for at in due if self.in_place(at)}
        self.known = names | {rows[at].words for at in self.confirmed}

    def text(self, at: int) -> bool:
        return at < len(self.rows) and self.kinds[at] in (Kind.TEXT, Kind.MAYBE)

    def due(self, at: int) -> bool:
        """Whether residue, or the head of the section, stands directly before the line."""
        return at == self.start or self.kinds[at - 1] not in (Kind.TEXT, Kind.MAYBE)

    def in_place(self, at: int) -> bool:
        """Whether a line that stands where a handle is due is one."""
        words = self.rows[at].words
        if len(words) > _LONGEST_IN_PLACE or not self.text(at + 1):
            return False
        return self._body_below(at) or like_a_handle(words)

    def begins(self, at: int) -> bool:
        """Whether a line inside a body is rather the handle of a comment without residue."""
        if at in self.settled or not self.text(at + 1):
            return False
        words = self.rows[at].words
        if self.dated:
            return len(words) <= _LONGEST_IN_PLACE and is_date(self.rows[at + 1].words)
        if not self._stands_alone(at):
            return False
        return words in self.known or (like_a_handle(words) and not self._known(at + 1))

    def _known(self, at: int) -> bool:
        return self.rows[at].words in self.known and self._stands_alone(at)

    def _stands_alone(self, at: int) -> bool:
        return self._apart(at) and self.text(at + 1) and self._body_below(at)

    def _apart(self, at: int) -> bool:
        return self.habit is Habit.TIGHT or self.rows[at].gap > 0 or self.due(at)

    def _body_below(self, at: int) -> bool:
        if self.dated and is_date(self.rows[at + 1].words):
            return True
        return (self.rows[at + 1].gap > 0) == (self.habit is Habit.SPACED)

    def _habit(self, due: list[int]) -> Habit:
        if not any(row.gap for row in self.rows[self.start + 1 :]):
            return Habit.TIGHT
        gaps = Counter(self.rows[at + 1].gap > 0 for at in due)
        return Habit.GLUED if gaps[False] > gaps[True] else Habit.SPACED

    def _edited(self) -> tuple[set[int], set[int]]:
        """Handles that a line "Last edited by" confirms, and the lines settled to be bodies."""
        confirmed: set[int] = set()
        settled: set[int] = set()
        last = named = -1
        for at in range(self.start, len(self.rows)):
            if self.text(at):
                last = at
            elif self.kinds[at] is Kind.EDITED and named != last:
                named = last
                handle = self._named(last, edited_by(self.rows[at].words))
                if handle is not None:
                    confirmed.add(handle)
                    settled.update(range(handle + 1, last + 1))
        return confirmed, settled

    def _named(self, last: int, name: str) -> int | None:
        """The last line up from `last` that is the name, stands apart and has a body below it.

        Where the name stands twice in a row the first is the handle: the other is its body.
        """
        found = None
        for at in range(last, self.start - 1, -1):
            if not self.text(at):
                break
            is_name = self.rows[at].words == name
            if found is not None and not is_name:
                break
            if is_name and at < last and self._apart(at) and self._body_below(at):
                found = at
        return found
