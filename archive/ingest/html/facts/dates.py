"""Dates in the words of a page, in ISO 8601: as exact as written, the zone as given or none.

Nothing is read relative to today, and a day without a year is no date.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from archive.ingest.html.facts.months import month

_LETTERS = r"[^\W\d_]"
_CLOCK = (
    r"(?:\s*(?:[,|•·@/–—-]|um|at|à|a las|às|o|kl\.?|в|ore|alle|to)?\s*(?<!\d)"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:h]|(?<=\d)\.(?=\d\d\s*(?:Uhr|H)))(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?(?:\s*(?P<half>[ap]\.?m)\b)?)?"
)
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|sa|so|lun|mar|mer|jeu|ven|sam|dim)"
    rf"{_LETTERS}{{0,9}}\.?,?\s+)?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_FORMS = [
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        (
            rf"(?<![\d.])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|\.)?[\s/-]*(?:de |of |d’|d')?"
            rf"{_WEEKDAY}(?P<name>{_LETTERS}{{3,12}})[.,]?[\s/-]*(?:de |del |of )?{_YEAR}(?!\d)"
        ),
        (
            rf"(?P<name>\b{_LETTERS}{{3,12}})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?"
            rf"(?:,\s*|\s+){_WEEKDAY}{_YEAR}(?!\d)"
        ),
        rf"(?<!\d){_YEAR}\.?\s(?P<name>{_LETTERS}{{3,12}})\s(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
        rf"(?<![\d/.-]){_YEAR}(?P<by>[-/.])\s?(?P<month>\d{{1,2}})(?P=by)\s?(?P<day>\d{{1,2}})(?!\d)",
        (
            r"(?<![\d/.-])(?P<first>\d{1,2})(?P<by>[./-])\s?(?P<second>\d{1,2})(?P=by)\s?"
            r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\d/]|\.\d)"
        ),
    )
]


class Seen(NamedTuple):
    """A date and where its words stand."""

    start: int
    end: int
    iso: str


def dates_in(text: str, start: int, end: int, month_first: bool = False) -> list[Seen]:
    """Every date written out in a range of the text, in order."""
    seen: dict[int, Seen] = {}
    for form in _FORMS:
        for hit in form.finditer(text, start, end):
            if iso := _iso(hit, month_first):
                stop = len(hit.group().rstrip()) + hit.start()
                seen.setdefault(hit.start(), Seen(hit.start(), stop, iso))
    return list(_apart(sorted(seen.values())))


def _apart(seen: list[Seen]) -> Iterator[Seen]:
    """What two forms find in the same words is one date: the first."""
    last = -1
    for each in seen:
        if each.start >= last:
            yield each
            last = each.end


def _iso(hit: re.Match[str], month_first: bool) -> str | None:
    found = hit.groupdict()
    year = int(found["year"])
    if len(found["year"]) == 2:
        if found["by"] != "." and found["by"] != "/":
            return None
        year += 1900 if year > 69 else 2000
    number, day = _month_and_day(found, month_first)
    try:
        return date(year, number or 0, day).isoformat() + _clock(found)
    except ValueError:
        return None


def _month_and_day(found: dict[str, str], month_first: bool) -> tuple[int | None, int]:
    """Of two numbers the day is first, unless the page writes otherwise or it cannot be."""
    if found.get("name"):
        return month(found["name"]), int(found["day"])
    if found.get("month"):
        return int(found["month"]), int(found["day"])
    first, second = int(found["first"]), int(found["second"])
    swapped = second > 12 or (month_first and first <= 12 and found["by"] == "/")
    return (first, second) if swapped else (second, first)


def _clock(found: dict[str, str]) -> str:
    if not found["hour"]:
        return ""
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    hour = hour % 12 + 12 * half.startswith("p") if half and hour <= 12 else hour
    return f"T{hour:02}:{found['minute']}"
