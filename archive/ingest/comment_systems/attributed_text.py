"""Scraped comment sections in which a line says who speaks: "NAME says:", or a name above a date.

Nothing in such a page tells which comment answers which, so all stand at depth 0.
"""

import re

from archive.ingest.comment_systems.handles import like_a_handle
from archive.ingest.comment_systems.statement import shortfall, stated
from archive.ingest.comment_systems.thread import Draft, Thread, comments, residue
from archive.ingest.dates import is_date
from archive.ingest.lines import Line
from archive.ingest.parsed import Section

_SAYS = re.compile(r"(?P<name>\S.{0,58}?) (?:says|said|wrote|writes|sagt|schrieb|dit):?")
_BUTTON = re.compile(r"(?:log in to )?reply(?: ↓)?|permalink|report|edit|share", re.IGNORECASE)
_FORM = re.compile(r"(?:leave|post|write|add) (?:a|your) (?:reply|comment|response)", re.IGNORECASE)
_NEAR = 4
# No longer than a name and the longest of the verbs.
_LONGEST = 80


def recognise(rows: list[Line]) -> Thread | None:
    """The comment section below a statement of their number, or None where there is none."""
    if not any(stated(row.words) for row in rows):
        return None
    heads = [at for at in range(len(rows)) if _is_head(rows, at)]
    first = _first(rows, set(heads))
    if first is None:
        return None
    form = (at for at in range(first, len(rows)) if _FORM.fullmatch(rows[at].words))
    end = next(form, len(rows))
    heads = [at for at in heads if first < at < end]
    named = _named(rows, heads)
    drafts = [
        _draft(rows, head, after) for head, after in zip(heads, [*heads[1:], end], strict=True)
    ]
    found = comments(named, drafts)
    said = stated(rows[first].words)
    whole = Section("comments", rows[first].first, rows[-1].last, None, *_range(rows[first]))
    return Thread(
        first,
        [whole, *_residue(rows, named, first, drafts)],
        found,
        said,
        shortfall(said, len(found)),
    )


def _range(row: Line) -> tuple[int, int]:
    return row.first, row.last


def _is_head(rows: list[Line], at: int) -> bool:
    words = rows[at].words
    if len(words) <= _LONGEST and _SAYS.fullmatch(words):
        return True
    dated = at + 1 < len(rows) and is_date(rows[at + 1].words)
    return dated and like_a_handle(words) and not is_date(words)


def _first(rows: list[Line], heads: set[int]) -> int | None:
    for at, row in enumerate(rows):
        if stated(row.words) and any(at + ahead in heads for ahead in range(1, _NEAR)):
            return at
    return None


def _named(rows: list[Line], heads: list[int]) -> list[Line]:
    """The lines, with those that open a comment cut down to the name in them."""
    named = list(rows)
    for at in heads:
        if says := _SAYS.fullmatch(rows[at].words):
            last = rows[at].first + len(says["name"])
            named[at] = rows[at]._replace(last=last, words=says["name"])
    return named


def _draft(rows: list[Line], head: int, after: int) -> Draft:
    posted = head + 1 if head + 2 <= after and is_date(rows[head + 1].words) else None
    start = head + 1 if posted is None else head + 2
    while after > start and _BUTTON.fullmatch(rows[after - 1].words):
        after -= 1
    return Draft(head, range(start, after), posted)


def _residue(rows: list[Line], named: list[Line], first: int, drafts: list[Draft]) -> list[Section]:
    """All that is neither a name nor a body, the words beside a name included."""
    taken = {at for draft in drafts for at in draft.body}
    taken |= {draft.handle for draft in drafts if draft.handle is not None and draft.body}
    left = residue(rows, (at for at in range(first, len(rows)) if at not in taken))
    for draft in drafts:
        at = draft.handle
        if at in taken and at is not None and named[at].last < rows[at].last:
            left.append(Section("residue", named[at].last + 1, rows[at].last))
    return sorted(left, key=lambda section: section.start)
