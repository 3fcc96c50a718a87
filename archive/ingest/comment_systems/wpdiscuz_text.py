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
from archive.ingest.comment_systems.handles import like_a_handle
from archive.ingest.comment_systems.scan import Scan
from archive.ingest.comment_systems.statement import shortfall, stated
from archive.ingest.comment_systems.thread import Thread, comments, residue, unattributed
from archive.ingest.comment_systems.threading import hang
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


def _first(rows: list[Line]) -> int | None:
    """The line of the statement that has the widget around it; or what stands in its place."""
    said = [at for at, row in enumerate(rows) if stated(row.words) is not None]
    for is_beside in (_has_controls_below, _has_controls_near):
        if found := [at for at in said if is_beside(rows, at)]:
            return found[0]
    ends = (at for at, row in enumerate(rows) if row.words == "hash")
    pair = next((at for at in ends if widget.hash_pair(rows, at)), None)
    if pair is None:
        return None
    above = [at for at in said if at < pair]
    return above[-1] if above else _first_handle(rows, pair)


def _has_controls_below(rows: list[Line], at: int) -> bool:
    return at + 1 < len(rows) and rows[at + 1].words.lower() in widget.SORTING


def _has_controls_near(rows: list[Line], at: int) -> bool:
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
