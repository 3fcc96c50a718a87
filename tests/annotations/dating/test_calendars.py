"""Days of the Julian calendar and of the Qing against pairs that historians give."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.dating import chinese, julian
from annotations.dating.words import in_words

TREATIES = [
    ("Nerchinsk", (1689, 8, 27), date(1689, 9, 6)),
    ("Aigun", (1858, 5, 16), date(1858, 5, 28)),
    ("Tientsin", (1858, 6, 1), date(1858, 6, 13)),
    ("Peking", (1860, 11, 2), date(1860, 11, 14)),
    ("the first day that both calendars have", (1582, 10, 5), date(1582, 10, 15)),
    ("a leap day that only one has", (1700, 2, 29), date(1700, 3, 11)),
    ("the last day in Russia", (1918, 1, 31), date(1918, 2, 13)),
    ("the first that a date can hold", (1, 1, 3), date(1, 1, 1)),
]


@pytest.mark.parametrize(("name", "old", "new"), TREATIES)
def test_old_style_is_converted_and_back(name: str, old: tuple[int, int, int], new: date) -> None:
    assert julian.to_gregorian(*old) == new
    assert julian.from_gregorian(new) == old


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    assert julian.to_gregorian(*julian.from_gregorian(day)) == day


@pytest.mark.parametrize(
    "day", [(1858, 13, 1), (1858, 0, 1), (1858, 2, 29), (1858, 6, 31), (1858, 5, 0)]
)
def test_a_day_that_the_julian_calendar_has_not_is_refused(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="month"):
        julian.to_gregorian(*day)


QING = [
    ("Aigun", ("Xianfeng", 8, 4, 16), date(1858, 5, 28)),
    ("Tientsin", ("Xianfeng", 8, 5, 3), date(1858, 6, 13)),
    ("Peking", ("Xianfeng", 10, 10, 2), date(1860, 11, 14)),
    ("Nerchinsk", ("Kangxi", 28, 7, 24), date(1689, 9, 7)),
    ("Nanking", ("Daoguang", 22, 7, 24), date(1842, 8, 29)),
    ("the abdication", ("Xuantong", 3, 12, 25), date(1912, 2, 12)),
]


@pytest.mark.parametrize(("name", "written", "day"), QING)
def test_a_day_of_the_qing_is_converted(
    name: str, written: tuple[str, int, int, int], day: date
) -> None:
    assert chinese.to_gregorian(*written) == (day, day)


# Where the calendars of the time began a month on another day than the new moon, as it is computed
# for 120 degrees east today: Liu, "Discrepancies between modern calculation and historical data".
OTHERWISE = [
    *("1649-05-11", "1662-02-18", "1673-11-09", "1685-02-03", "1687-03-13", "1694-06-22"),
    *("1704-10-29", "1708-02-21", "1720-07-05", "1759-03-28", "1763-09-07", "1778-03-28"),
    *("1779-07-13", "1787-12-09", "1789-07-22", "1796-06-05", "1804-08-05", "1831-04-12"),
    *("1842-01-11", "1863-01-19", "1880-11-03", "1896-02-13"),
]


@pytest.mark.parametrize("first", OTHERWISE)
def test_a_month_begins_where_the_calendars_of_the_time_began_it(first: str) -> None:
    assert chinese.in_words(date.fromisoformat(first)).endswith("month, 1st day")


def test_the_years_follow_one_another_without_a_gap() -> None:
    found = chinese.years()
    assert [*found] == [*range(1644, 1912)]
    for year, months in [*found.items()][:-1]:
        assert months[-1].end + timedelta(1) == found[year + 1][0].start
        assert len(months) == 12 + sum(month.is_leap for month in months)
        assert months[0].number == 1
        assert not months[0].is_leap
    assert sum(month.is_leap for months in found.values() for month in months) == 99


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (("Xianfeng", 12), "1 to 11"),
        (("Xianfeng", 0), "1 to 11"),
        (("Xianfeng", 8, 13), "no month 13"),
        (("Xianfeng", 8, 4, 16, True), "no leap month 4"),
        (("Xianfeng", 8, 4, 31), "has 29 days|has 30 days"),
        (("Xianfeng", 8, 4, 0), "has 29 days|has 30 days"),
        (("Xuantong", 3, 12, 26), "abdicated"),
    ],
)
def test_a_day_that_the_qing_had_not_is_refused(
    written: tuple[str, int, int, int], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        chinese.to_gregorian(*written)


@pytest.mark.parametrize(
    ("edtf", "calendar", "words"),
    [
        ("1858-05-28", "julian", "28 May 1858 (16 May, Old Style)"),
        ("1858-01-01", "julian", "1 January 1858 (20 December 1857, Old Style)"),
        ("1858-05-28", "chinese", "28 May 1858 (Xianfeng 8, 4th month, 16th day)"),
        ("1860-04-21", "chinese", "21 April 1860 (Xianfeng 10, leap 3rd month, 1st day)"),
        ("1858-05-28", "gregorian", "28 May 1858"),
        ("1950-01-01", "chinese", "1 January 1950"),
        ("1858~", "julian", "about 1858"),
        ("1860-10-15?", "julian", "15 October 1860 (uncertain) (3 October, Old Style)"),
        ("", "julian", ""),
    ],
)
def test_readers_see_a_date_in_both_calendars(edtf: str, calendar: str, words: str) -> None:
    assert in_words(edtf, calendar) == words
