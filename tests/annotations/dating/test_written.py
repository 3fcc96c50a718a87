"""What written dates may mean; what is not understood is said, and nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.dating.edtf import days, problem
from annotations.dating.written import guess, refusal
from archive.edtf import is_edtf


def told(words: str, calendar: str = "") -> list[tuple[str, str]]:
    return [(each.edtf, each.calendar) for each in guess(words, calendar)]


@pytest.mark.parametrize(
    ("words", "edtf", "calendar"),
    [
        ("about 1858", "1858~", ""),
        ("c. 1858", "1858~", ""),
        ("ca. May 1858", "1858-05~", ""),
        ("1858?", "1858?", ""),
        ("probably 1858", "1858?", ""),
        ("the 1850s", "185X", ""),
        ("about the 1850s", "185X~", ""),
        ("19th century", "18XX", ""),
        ("May 1858", "1858-05", ""),
        ("spring of 1858", "1858-21", ""),
        ("between 1858 and 1860", "1858/1860", ""),
        ("1858–1860", "1858/1860", ""),
        ("before 1858", "../1858", ""),
        ("since May 1858", "1858-05/..", ""),
        ("16 May 1858 (O.S.)", "1858-05-28", "julian"),
        ("May 16, 1858, Old Style", "1858-05-28", "julian"),
        ("28th of May 1858 N.S.", "1858-05-28", "gregorian"),
        ("16/28 May 1858", "1858-05-28", "julian"),
        ("16 (28) May 1858", "1858-05-28", "julian"),
        ("27 August/6 September 1689", "1689-09-06", "julian"),
        ("27 August (6 September) 1689", "1689-09-06", "julian"),
        ("20 December 1857/1 January 1858", "1858-01-01", "julian"),
        ("20 December/1 January 1858", "1858-01-01", "julian"),
        ("10 February 1688/9", "1689-02-20", "julian"),
        ("1 September 7197", "1688-09-11", "julian"),
        ("16 May 1300", "1300-05-24", "julian"),
        ("Xianfeng 8, 4th month, 16th day", "1858-05-28", "chinese"),
        ("Hsien-feng 8/4/16", "1858-05-28", "chinese"),
        ("K’ang-hsi 28, 7th month, 24th day", "1689-09-07", "chinese"),
        ("Xianfeng 10, leap 3rd month, 1st day", "1860-04-21", "chinese"),
        ("咸豐八年四月十六日", "1858-05-28", "chinese"),
        ("咸丰十年閏三月初一", "1860-04-21", "chinese"),
        ("康熙二十八年七月廿四日", "1689-09-07", "chinese"),
        ("Xianfeng 8", "1858-02-14/1859-02-02", "chinese"),
    ],
)
def test_words_that_mean_one_thing_are_proposed_once(words: str, edtf: str, calendar: str) -> None:
    assert told(words) == [(edtf, calendar)]


@pytest.mark.parametrize(
    ("words", "proposals"),
    [
        ("28 May 1858", [("1858-05-28", "gregorian"), ("1858-06-09", "julian")]),
        ("May 28, 1858", [("1858-05-28", "gregorian"), ("1858-06-09", "julian")]),
        ("15/28 May 1858", [("1858-05-27", "julian"), ("1858-05-28", "gregorian")]),
        ("10 February 1688 O.S.", [("1688-02-20", "julian"), ("1689-02-20", "julian")]),
    ],
)
def test_words_that_may_mean_two_things_are_left_to_a_person(
    words: str, proposals: list[tuple[str, str]]
) -> None:
    assert told(words) == proposals


def test_the_calendar_that_somebody_chose_decides() -> None:
    assert told("16 May 1858", "julian") == [("1858-05-28", "julian")]
    assert told("16 May 1858", "gregorian") == [("1858-05-16", "gregorian")]
    assert told("16 May 1858", "chinese") == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "names no year"),
        ("14 November", "names no year"),
        ("long ago", "names no year"),
        ("31 June 1858", "not understood"),
        ("late 1858", "not understood"),
        ("1858 or so many years", "not understood"),
        ("between 1860 and 1858", "not understood"),
        ("00/28 May 1858", "not understood"),
        ("Xianfeng 12", "1 to 11"),
        ("Xianfeng 8, leap 4th month", "no leap month 4"),
        ("咸豐八年十三月", "no month 13"),
    ],
)
def test_words_that_are_not_understood_are_not_guessed_at(words: str, why: str) -> None:
    assert guess(words) == []
    assert why in refusal(words)


@given(st.text(max_size=60) | st.from_regex(r"[0-9A-Za-z/(). ,?-]{0,40}", fullmatch=True))
def test_whatever_is_written_only_dates_are_proposed(words: str) -> None:
    assert all(is_edtf(each.edtf) for each in guess(words))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("28 May 1858", "write 1858-05-28"),
        ("1858-5-2", "write 1858-05-28"),
        ("/", "write 1858-05-28"),
        ("", "write 1858-05-28"),
        ("1858-13", "no month 13"),
        ("1858-00", "no month 00"),
        ("1858-02-30", "February 1858 has 28 days"),
        ("1858/1858-02-30", "February 1858 has 28 days"),
        ("1858-21-03", "a season has no days"),
        ("1860/1858", "ends before it begins"),
        ("1858-06-01/1858-05", "ends before it begins"),
    ],
)
def test_a_value_that_is_no_date_is_refused_with_the_reason(value: str, why: str) -> None:
    assert why in problem(value)


@pytest.mark.parametrize(
    "value", ["1858-05-28", "185X", "../1858", "1858/..", "1858/1858-06", "1858-21", "-0100"]
)
def test_a_date_has_no_problem(value: str) -> None:
    assert problem(value) == ""


def test_a_date_that_is_not_exact_means_all_its_days() -> None:
    found = days("185X/1860-02~")
    assert found
    assert [day.isoformat() for day in found] == ["1850-01-01", "1860-02-29"]
