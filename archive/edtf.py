"""Extended Date/Time Format: is this a date that a machine can read? Pure.

Level 0 and 1 of the specification (years, months, days, seasons, intervals, uncertain `?`,
approximate `~`, both `%`, unspecified digits `X`), qualified components, and sets of level 2.
"""

import re
from datetime import date

_QUALIFIED = "[?~%]?"
_DATE = re.compile(
    rf"{_QUALIFIED}(?P<year>-?[0-9X]{{4}}|Y-?[0-9]{{5,}}){_QUALIFIED}"
    rf"(?:-{_QUALIFIED}(?P<month>0[1-9]|1[0-2]|2[1-4]|XX){_QUALIFIED}"
    rf"(?:-{_QUALIFIED}(?P<day>0[1-9]|[12][0-9]|3[01]|XX){_QUALIFIED})?)?"
)
_YEAR = re.compile(r"-?[0-9]{1,4}X{0,3}|X{4}|Y-?[1-9][0-9]{4,}")
_SET = re.compile(r"[\[{](?:\.\.)?(?P<inside>[^\[\]{}]+?)(?:\.\.)?[\]}]")
_LEAP_YEAR = 2000


def is_edtf(value: str) -> bool:
    """Whether the words are a date, an interval or a set of dates in EDTF."""
    if found := _SET.fullmatch(value):
        return all(_is_date(part) for part in re.split(r",\s*|\.\.", found["inside"]))
    if "/" in value:
        ends = value.split("/")
        return len(ends) == 2 and any(map(_is_date, ends)) and all(map(_is_end, ends))
    return _is_date(value)


def _is_end(value: str) -> bool:
    return value in ("", "..") or _is_date(value)


def _is_date(value: str) -> bool:
    found = _DATE.fullmatch(value)
    if not found or not _YEAR.fullmatch(found["year"]):
        return False
    month, day = found["month"] or "", found["day"] or ""
    if not day.isdigit():
        return True
    return month == "XX" or (month <= "12" and _is_day(found["year"], int(month), int(day)))


def _is_day(year: str, month: int, day: int) -> bool:
    """A year that `date` cannot hold, or that is not known, may be a leap year."""
    known = int(year) if re.fullmatch("[0-9]{4}", year) else 0
    try:
        date(known or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
