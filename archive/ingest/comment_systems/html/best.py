"""The scheme that gives the most of a page, for systems whose markup comes in several kinds."""

from collections.abc import Iterable

from archive.ingest.comment_systems.html.scheme import Scheme, recognise
from archive.ingest.comment_systems.html.sight import Sight
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page


def best(page: Page, schemes: Iterable[Scheme]) -> Thread | None:
    """The thread with the most comments; of equals that with the most names, then replies."""
    sight = Sight(page)
    return most(recognise(page, scheme, sight) for scheme in schemes)


def most(threads: Iterable[Thread | None]) -> Thread | None:
    return max((each for each in threads if each), key=_worth, default=None)


def _worth(thread: Thread) -> tuple[int, int, int]:
    named = sum(comment.author_start is not None for comment in thread.comments)
    replies = sum(comment.depth > 0 for comment in thread.comments)
    return len(thread.comments), named, replies
