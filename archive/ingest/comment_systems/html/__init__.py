"""Comment sections in saved pages: a system a module, all of one shape.

A module has `NAME` and `recognise(page)`, which gives a `Thread`, or None where the page is not of
its system. A new system is a new module and a new row in `SYSTEMS`, before the generic one.
"""

from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page


def recognise(page: Page) -> Thread | None:
    """The comments of a page by the system that gives the most, or None where there are none."""
    return None
