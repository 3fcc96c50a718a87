"""Which of two threads of a page to believe: that of a known system, or of repeated blocks."""

from archive.ingest.comment_systems.html.spans import meets
from archive.ingest.comment_systems.html.thread import Thread


def fuller(known: Thread, other: Thread | None) -> Thread:
    """The other only where it gives all that the known one gives and more, each with a name, and
    no more than the page states."""
    if other is None or known.stated is None:
        return known
    more = len(known.comments) < len(other.comments) <= known.stated
    named = all(comment.author_start is not None for comment in other.comments)
    return other if more and named and _holds_all(other, known) else known


def _holds_all(other: Thread, known: Thread) -> bool:
    bodies = [(comment.start, comment.end) for comment in other.comments]
    at = 0
    for comment in known.comments:
        while at < len(bodies) and bodies[at][1] <= comment.start:
            at += 1
        if at == len(bodies) or not meets(bodies[at], (comment.start, comment.end)):
            return False
    return True
