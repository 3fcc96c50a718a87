"""The boards and the sites that are made of threads, of which each has markup of its own."""

from archive.ingest.comment_systems.html import (
    discourse,
    discuz,
    fluxbb,
    hacker_news,
    invision,
    lwn,
    mybb,
    other_boards,
    phpbb,
    reddit,
    smf,
    stackexchange,
    vanilla,
    vbulletin,
    woltlab,
    xenforo,
)
from archive.ingest.comment_systems.html.best import most
from archive.ingest.comment_systems.html.thread import Thread
from archive.ingest.html.page import Page

SYSTEMS = (
    xenforo.recognise,
    vbulletin.recognise,
    phpbb.recognise,
    woltlab.recognise,
    mybb.recognise,
    smf.recognise,
    invision.recognise,
    fluxbb.recognise,
    discourse.recognise,
    discuz.recognise,
    vanilla.recognise,
    other_boards.recognise,
    stackexchange.recognise,
    reddit.recognise,
    hacker_news.recognise,
    lwn.recognise,
)


def recognise(page: Page) -> Thread | None:
    """The posts of a page by the board that finds the most of them, or None."""
    return most(system(page) for system in SYSTEMS)
