"""Comment sections in scraped text: a system a module, all of one shape.

A module's `recognise(rows)` takes the lines of a page and gives back a `Thread`, or None where
the page is not of its system. A new system is a new module and a new row in `SYSTEMS`.
"""

from archive.ingest.comment_systems import attributed_text, wpdiscuz_text
from archive.ingest.comment_systems.thread import Thread
from archive.ingest.lines import Line

SYSTEMS = (wpdiscuz_text.recognise, attributed_text.recognise)


def recognise(rows: list[Line]) -> Thread | None:
    """The comment section of a page, by the first system that knows it."""
    return next((thread for system in SYSTEMS if (thread := system(rows))), None)
