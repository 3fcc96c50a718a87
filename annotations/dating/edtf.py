"""Dates in EDTF (levels 0 and 1): what days they mean, and what is wrong with one. Pure.

`archive.edtf` says whether a value is a date at all; here is why not, for whoever typed it.
"""

import calendar
import re
from datetime import date

from archive.edtf import is_edtf

EXAMPLES = "1858-05-28, 1858-05, 1858, 1858~ (about), 1858? (not sure), 185X or 1858/1860"
_PARTS = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
_SPENT = re.compile(r"(\d[\dX]{3})(?:-(\d\d|XX))?(-[\dX]{2})?[?~%]?")
# Seasons by their first month and last; winter ends in the next year and is cut there.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def problem(value: str) -> str:
    """Why a value is no EDTF date, as a sentence; "" where it is one."""
    if is_edtf(value):
        return _backwards(value)
    for part in filter(lambda part: not is_edtf(part), value.split("/")):
        if found := _PARTS.fullmatch(part):
            return _out_of_range(part, *found.groups())
    return f"“{value}” is no EDTF date: write {EXAMPLES}."


def _backwards(value: str) -> str:
    first, _, last = value.partition("/")
    if not last or first in ("", "..") or last == "..":
        return ""
    low, high = days(first), days(last)
    if low and high and high[1] < low[0]:
        return f"“{value}” is no EDTF date: it ends before it begins."
    return ""


def _out_of_range(part: str, year: str, month: str | None, day: str | None) -> str:
    said = f"“{part}” is no EDTF date: "
    if month and not (1 <= int(month) <= 12 or 21 <= int(month) <= 24):
        return f"{said}there is no month {month}; the seasons are 21 to 24."
    if month and day and int(month) > 12:
        return f"{said}a season has no days."
    if month and day:
        count = calendar.monthrange(max(int(year), 1), int(month))[1]
        return f"{said}{calendar.month_name[int(month)]} {year} has {count} days."
    return f"{said}write {EXAMPLES}."


def days(value: str) -> tuple[date, date] | None:
    """The first and the last day that a date or interval may mean; None where it says neither.

    An open end reaches as far as the other one.
    """
    if "/" in value:
        ends = [days(part) for part in value.split("/") if part not in ("", "..")]
        told = [end for end in ends if end]
        return (told[0][0], told[-1][1]) if told and len(told) == len(ends) else None
    found = _SPENT.fullmatch(value) if is_edtf(value) else None
    if not found or found[1] < "0001" or found[3]:
        return _day(value)
    low, high = (int(found[1].replace("X", digit)) for digit in "09")
    first, last = _months(found[2])
    return date(max(low, 1), first, 1), date(high, last, calendar.monthrange(high, last)[1])


def _day(value: str) -> tuple[date, date] | None:
    try:
        day = date.fromisoformat(value.rstrip("?~%"))
    except ValueError:
        return None
    return day, day


def _months(written: str | None) -> tuple[int, int]:
    if not written or written == "XX":
        return 1, 12
    return _SEASONS.get(int(written), (int(written), int(written)))
