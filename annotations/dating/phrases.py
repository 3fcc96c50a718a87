"""Words around a date: "about 1858", "between 1858 and 1860", "the 1850s", "before 1858". Pure."""

import re
from collections.abc import Iterator

from annotations.dating import single
from annotations.dating.single import Row

_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approximately|some time in)\s+(.+)", re.I)
_MAYBE = re.compile(r"(?:probably|perhaps|possibly|presumably)(?: in| on)?\s+(.+)|(.+?)\s*\?", re.I)
_RANGE = re.compile(
    r"(?:between (.+?) and (.+))|(?:from (.+?) (?:to|until|till) (.+))|(\d{4}) ?[–—-] ?(\d{4})",
    re.I,
)
_BEFORE = re.compile(r"(?:before|until|by|not later than)\s+(.+)", re.I)
_AFTER = re.compile(r"(?:after|since|from|not earlier than)\s+(.+)", re.I)
_DECADE = re.compile(r"(?:the )?(\d{3})0[’']?s", re.I)
_CENTURY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)[- ]century", re.I)


def read(words: str, calendar: str = "") -> Iterator[Row]:
    if found := _DECADE.fullmatch(words):
        yield f"{found[1]}X", calendar, "Ten years, which of them is not said."
    elif found := _CENTURY.fullmatch(words):
        yield f"{int(found[1]) - 1:02}XX", calendar, "A hundred years, which is not said."
    elif found := _RANGE.fullmatch(words):
        first, last = (part for part in found.groups() if part)
        yield from _ends(first, last, calendar)
    else:
        yield from _qualified(words, calendar)


def _qualified(words: str, calendar: str) -> Iterator[Row]:
    for shape, pattern, why in (
        (_ABOUT, "{}~", "About then."),
        (_MAYBE, "{}?", "Not sure."),
        (_BEFORE, "../{}", "Until then; since when is not said."),
        (_AFTER, "{}/..", "From then on; until when is not said."),
    ):
        found = shape.fullmatch(words)
        inner = next(filter(None, found.groups()), "") if found else ""
        for edtf, told, reason in _inside(inner, calendar):
            yield pattern.format(edtf), told, f"{why} {reason}"


def _inside(words: str, calendar: str) -> Iterator[Row]:
    """A single date, or one of the phrases that mean a year or more."""
    if not words:
        return
    yield from single.read(words, calendar)
    if _DECADE.fullmatch(words) or _CENTURY.fullmatch(words):
        yield from read(words, calendar)


def _ends(first: str, last: str, calendar: str) -> Iterator[Row]:
    """Both ends in the same calendar; an end without a year takes that of the other."""
    if (year := re.search(r"\d{4}$", last)) and not re.search(r"\d{4}", first):
        first = f"{first} {year[0]}"
    lasts = {told: edtf for edtf, told, _ in single.read(last, calendar)}
    for edtf, told, why in single.read(first, calendar):
        if told in lasts:
            yield f"{edtf}/{lasts[told]}", told, why
