"""Dates as texts write them, and what they may be in EDTF: for a person to confirm. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.dating import both, phrases, reigns, single
from annotations.dating.edtf import problem

LONGEST = 120


@dataclass(frozen=True)
class Proposal:
    """What written words may mean: EDTF in the Gregorian calendar, the calendar that they are
    in (gregorian, julian, chinese, "" where nothing says so), and why, in a sentence."""

    edtf: str
    calendar: str
    why: str


def guess(words: str, calendar: str = "") -> list[Proposal]:
    """What the words may mean, the likeliest first; nothing where they name no year.

    `calendar` is the one that somebody chose, "" for none: then both readings of a day that may be
    Old Style are proposed.
    """
    words = " ".join(words[:LONGEST].split()).strip(" ,;.")
    found = dict.fromkeys(_read(words, calendar))
    return [proposal for proposal in found if not problem(proposal.edtf)]


def _read(words: str, calendar: str) -> Iterator[Proposal]:
    for read in (reigns.read, both.read, phrases.read, single.read):
        if told := [Proposal(*row) for row in read(words, calendar)]:
            yield from told
            return


def refusal(words: str, calendar: str = "") -> str:
    """Why nothing is proposed for the words, in a sentence; "" where something is."""
    if guess(words, calendar):
        return ""
    if wrong := reigns.wrong(words):
        return wrong
    if not re.search(r"\d{3}", words):
        return f"“{words}” names no year: write the date in EDTF yourself."
    return f"“{words}” is not understood: write the date in EDTF yourself."
