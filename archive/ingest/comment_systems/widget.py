"""The words of the wpDiscuz widget, by what they tell of the lines around them."""

import re
from enum import Enum, auto

from archive.ingest.lines import Line


class Kind(Enum):
    """What a line of the section is. Only TEXT can be a handle or part of a body."""

    TEXT = auto()
    HASH = auto()  # the block of two lines that ends top-level comments only
    EDITED = auto()  # "Last edited ... by NAME"
    ACTION = auto()  # a button below a comment
    MAYBE = auto()  # residue, unless a handle or a first paragraph is due


SORTING = {
    "oldest",
    "newest",
    "most voted",
    "newest most voted",
    "oldest newest",
    "oldest newest most voted",
    "inline feedbacks",
    "view all comments",
    "load more comments",
}
SUBSCRIBING_ONLY = {"notify of", "guest"}
_INVITATION = "would love your thoughts, please comment."
_FAREWELL = {
    _INVITATION,
    f"{_INVITATION}x",
    "()",
    "x",
    "| reply",
    "insert",
    "wpdiscuz",
    "load more comments",
}
_HASHES = {"hash", "hashed", "failed"}
_ACTION = re.compile(
    r"(?:reply|hide replies|view (?:all )?replies)(?:\s*\(\d{1,6}\))?|load more replies",
    re.IGNORECASE,
)
_VOTES = re.compile(r"[+\u2212-]?\d{1,5}|vote (?:up|down)|\d{1,5} votes?", re.IGNORECASE)
_EDITED = re.compile(r"last edited .{1,80}? by (?P<name>.+)", re.IGNORECASE)
_REPLY_TO = re.compile(r"reply to\s+(?P<name>\S.*)", re.IGNORECASE)
_LONGEST = 200


def edited_by(words: str) -> str:
    """The name in a line "Last edited 2 years ago by NAME", else ""."""
    hit = _EDITED.fullmatch(words) if len(words) <= _LONGEST else None
    return hit["name"] if hit else ""


def reply_to(words: str) -> str:
    """The name in a line "Reply to NAME", else ""."""
    hit = _REPLY_TO.fullmatch(words) if len(words) <= _LONGEST else None
    return hit["name"] if hit else ""


def hash_pair(rows: list[Line], at: int) -> bool:
    """Whether a whole residue block, `hash` and `hashed` or `failed`, begins here."""
    return (
        at + 1 < len(rows)
        and rows[at].words == "hash"
        and rows[at + 1].words in {"hashed", "failed"}
    )


def kinds(rows: list[Line], start: int) -> list[Kind]:
    """The kind of each line of the page, all TEXT before `start`."""
    found = [Kind.TEXT] * len(rows)
    for at in range(start, len(rows)):
        found[at] = _kind(rows, at)
    for at in range(start + 1, len(rows)):
        if hash_pair(rows, at - 1):
            found[at - 1 : at + 1] = [Kind.HASH] * 2
    _votes(rows, found, start)
    _farewell(rows, found, start)
    return found


def _kind(rows: list[Line], at: int) -> Kind:
    words = rows[at].words
    if len(words) > _LONGEST:
        return Kind.TEXT
    if words in _HASHES:
        return Kind.MAYBE
    if edited_by(words):
        return Kind.EDITED
    return Kind.ACTION if _ACTION.fullmatch(words) else Kind.TEXT


def _votes(rows: list[Line], found: list[Kind], start: int) -> None:
    """Numbers are votes only directly above other residue, where a body's own would not stand."""
    strong = (Kind.HASH, Kind.EDITED, Kind.ACTION, Kind.MAYBE)
    for at in range(len(rows) - 2, start - 1, -1):
        touching = found[at + 1] in strong and not rows[at + 1].gap
        if touching and found[at] is Kind.TEXT and _VOTES.fullmatch(rows[at].words):
            found[at] = Kind.MAYBE


def _farewell(rows: list[Line], found: list[Kind], start: int) -> None:
    """The widget's own last lines, where its invitation is one of them."""
    at = len(rows)
    while at > start and rows[at - 1].words.lower() in _FAREWELL:
        at -= 1
    if any(row.words.lower().startswith(_INVITATION) for row in rows[at:]):
        found[at:] = [Kind.ACTION] * (len(rows) - at)
