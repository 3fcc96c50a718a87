"""Names of authors, out of the words round them."""

import re

from archive.ingest.html.facts.dates import dates_in
from archive.ingest.html.facts.likeness import folded
from archive.ingest.html.facts.metas import tidy
from archive.ingest.html.facts.name_marks import BETWEEN, GROUP, JOB, LEAD, NOBODY, PARTICLE, TWO


def persons(words: str) -> list[str]:
    """The persons whom the words name, in order; titles of jobs, dates and organisations are cut.

    One word alone may be a person, since many write under one; beside an organisation it is the
    town of that.
    """
    whole = _bare(words)
    if inverted := re.fullmatch(r"([^\W\d][\w'’ -]+), ([^\W\d][\w.'’ -]*)", whole):
        family, given = inverted.groups()
        if " " not in family and " " not in given and not JOB.search(given):
            return [f"{given} {family}"]
    pieces = [_bare(piece) for piece in _pieces(whole)]
    has_group = any(GROUP.search(piece) for piece in pieces)
    return [name for name in pieces if is_person(name) and (" " in name or not has_group)]


def _pieces(whole: str) -> list[str]:
    pieces = [piece for piece in BETWEEN.split(whole) if piece]
    split: list[str] = []
    for piece in pieces:
        halves = TWO.split(piece)
        both = len(halves) > 1 and all(" " in half for half in halves)
        split += halves if both else [piece]
    return split


def _bare(words: str) -> str:
    """Without "By" before it, and without dates, brackets and handles after it."""
    words = tidy(words)
    for seen in reversed(dates_in(words, 0, len(words))):
        words = words[: seen.start] + "|" + words[seen.end :]
    words = re.sub(r"\(.*?\)|\[.*?\]|(?<!\w)@\w+|<[^>]*>|https?:\S+|\S+@\S+", " ", words)
    words = words.strip(" |,.:;-–—•·/")
    for _ in range(2):
        words = LEAD.sub("", words).strip(" |,:;-–—•·/")
    return tidy(words)


def is_person(name: str) -> bool:
    if not 2 <= len(name) <= 50 or NOBODY.search(name) or JOB.search(name):
        return False
    return not GROUP.search(name) and _is_shaped(name)


def _is_shaped(name: str) -> bool:
    tokens = name.split()
    if len(tokens) > 6 or not any(each.isalpha() for each in name):
        return False
    if len(tokens) == 1:
        return True
    return all(
        PARTICLE.fullmatch(token) or not token[0].islower() or "’" in token for token in tokens
    )


def organisation(words: str) -> str | None:
    """What is named instead of a person, if that is a name: no address, no "admin"."""
    name = _bare(words)
    return name if 2 <= len(name) <= 80 and not NOBODY.search(name) else None


def distinct(names: list[str]) -> list[str]:
    """Each once, in order, whatever its case and marks."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return list(found.values())
