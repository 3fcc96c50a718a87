"""Comment sections in saved pages: a system a module, all of one shape.

A module has `NAME` and `recognise(page)`, which gives a `Thread`, or None where the page is not of
its system. A new system is a new module and a new row in `SYSTEMS`, before the generic one.
Most are a `Scheme`: selectors of the comments and of what is what in them. A board is a row of
`boards.SYSTEMS`, most of these a `Board`.
"""

from archive.ingest.comment_systems.html import (
    blogger,
    boards,
    disqus,
    drupal,
    elsewhere,
    epoch,
    generic,
    kinja,
    livefyre,
    rivals,
    serendipity,
    spip,
    unknown_board,
    wordpress,
    wpdiscuz,
)
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

SYSTEMS = (
    wpdiscuz.recognise,
    disqus.recognise,
    blogger.recognise,
    drupal.recognise,
    spip.recognise,
    serendipity.recognise,
    kinja.recognise,
    epoch.recognise,
    livefyre.recognise,
    wordpress.recognise,
)


def recognise(page: Page) -> Thread | None:
    """The comments of a page by the system that finds the most of them, or None.

    Boards come first: what is around their posts is often named as other systems name comments.
    A system that finds fewer than the page states may have met markup like its own and no more:
    then what anybody can see decides.
    """
    if found := boards.recognise(page):
        return found
    found = most(system(page) for system in SYSTEMS)
    if found and found.stated not in (None, len(found.comments)):
        return rivals.fuller(found, generic.recognise(page))
    found = found or most((generic.recognise(page), unknown_board.recognise(page)))
    return found or elsewhere.recognise(page)
