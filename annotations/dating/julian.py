"""The Julian calendar (Old Style) and the Gregorian one. Pure.

Days only: where a year begins is a matter of place and time, and `written` asks about it.
"""

from datetime import date

_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# The first day of the Julian calendar that `date` can hold is 3 January of the year 1.
_OFFSET = 2
# Years from the creation of the world, as Russia counted them until 1699, begin on 1 September.
WORLD = 5508
_SEPTEMBER = 9


def is_leap(year: int) -> bool:
    return year % 4 == 0


def length(year: int, month: int) -> int:
    """How many days a month of the Julian calendar has."""
    return _LENGTHS[month - 1] + (month == 2 and is_leap(year))


def to_gregorian(year: int, month: int, day: int) -> date:
    """The day that the Julian calendar writes so. Raises `ValueError` where it has no such day."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if not 1 <= day <= length(year, month):
        raise ValueError(f"that month has {length(year, month)} days in the Julian calendar")
    within = _BEFORE[month - 1] + (month > 2 and is_leap(year)) + day
    return date.fromordinal(365 * (year - 1) + (year - 1) // 4 + within - _OFFSET)


def from_gregorian(day: date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day in the Julian calendar."""
    passed, rest = divmod(day.toordinal() + _OFFSET - 1, 1461)
    year = 4 * passed + min(rest // 365, 3) + 1
    within = rest - 365 * min(rest // 365, 3) + 1
    month = 1
    while within > length(year, month):
        within -= length(year, month)
        month += 1
    return year, month, within


def of_the_world(year: int, month: int) -> int:
    """The year from Christ's birth of a month in a year from the world's creation (7197: 1689)."""
    return year - WORLD - (month >= _SEPTEMBER)
