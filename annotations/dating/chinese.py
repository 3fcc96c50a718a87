"""Dates of the Qing, 1644-1912: year of a reign, lunar month, day. Pure.

`qing.txt` has a line a year: the year in which it begins, its New Year's day (month-day,
Gregorian), a letter a month: L of 30 days, S of 29, a small one for the leap month, which has the
number of the month before it. Every first day is that of a new moon as astronomers compute it
today, but for the 22 that the calendars of the time put a day off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

# Reign, its first year, how many it has, and how else it is written.
REIGNS = (
    ("Shunzhi", 1644, 18, "Shun-chih 順治 顺治"),
    ("Kangxi", 1662, 61, "K'ang-hsi 康熙"),
    ("Yongzheng", 1723, 13, "Yung-cheng 雍正"),
    ("Qianlong", 1736, 60, "Ch'ien-lung 乾隆"),
    ("Jiaqing", 1796, 25, "Chia-ch'ing 嘉慶 嘉庆"),
    ("Daoguang", 1821, 30, "Tao-kuang 道光"),
    ("Xianfeng", 1851, 11, "Hsien-feng 咸豐 咸丰"),
    ("Tongzhi", 1862, 13, "T'ung-chih 同治"),
    ("Guangxu", 1875, 34, "Kuang-hsu 光緒 光绪"),
    ("Xuantong", 1909, 3, "Hsuan-t'ung 宣統 宣统"),
)
LAST = date(1912, 2, 12)


@dataclass(frozen=True)
class Month:
    number: int
    is_leap: bool
    start: date
    days: int

    @property
    def end(self) -> date:
        return self.start + timedelta(self.days - 1)


@cache
def years() -> dict[int, tuple[Month, ...]]:
    """The months of every year, by the year in which it begins."""
    lines = (Path(__file__).parent / "qing.txt").read_text(encoding="ascii").split("\n")
    rows = (line.split() for line in lines if line)
    return {int(year): tuple(months(f"{year}-{day}", letters)) for year, day, letters in rows}


def months(first: str, letters: str) -> Iterator[Month]:
    start, number = date.fromisoformat(first), 0
    for letter in letters:
        number += letter.isupper()
        month = Month(number, letter.islower(), start, 30 if letter in "Ll" else 29)
        yield month
        start += timedelta(month.days)


def first_year(reign: str) -> int:
    return next(first for name, first, _, _ in REIGNS if name == reign)


def to_gregorian(
    reign: str, year: int, month: int | None = None, day: int | None = None, is_leap: bool = False
) -> tuple[date, date]:
    """The first and the last day of what is named: a year, a month or a day.

    Raises `ValueError` with what is wrong, as words that go on a sentence.
    """
    _, first, count, _ = next(row for row in REIGNS if row[0] == reign)
    if not 1 <= year <= count:
        raise ValueError(f"{reign} has the years 1 to {count}")
    found = years()[first + year - 1]
    if month is None:
        return found[0].start, min(found[-1].end, LAST)
    named = [each for each in found if (each.number, each.is_leap) == (month, is_leap)]
    if not named:
        what = f"leap month {month}" if is_leap else f"month {month}"
        raise ValueError(f"{reign} {year} has no {what}")
    if day is None:
        return named[0].start, min(named[0].end, LAST)
    if not 1 <= day <= named[0].days:
        raise ValueError(f"that month of {reign} {year} has {named[0].days} days")
    found_day = named[0].start + timedelta(day - 1)
    if found_day > LAST:
        raise ValueError("the last emperor had abdicated by then")
    return found_day, found_day


def in_words(day: date) -> str:
    """A Gregorian day as Qing China wrote it: "Xianfeng 8, 4th month, 16th day"; else ""."""
    for year, found in years().items():
        if found[0].start <= day <= min(found[-1].end, LAST):
            month = next(each for each in found if each.start <= day <= each.end)
            reign, first = next(row[:2] for row in reversed(REIGNS) if row[1] <= year)
            leap = "leap " * month.is_leap
            place = ordinal((day - month.start).days + 1)
            return f"{reign} {year - first + 1}, {leap}{ordinal(month.number)} month, {place} day"
    return ""


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"
