"""Dates as pages write them."""

import pytest

from archive.ingest.dates import is_date, iso_date, posted_at


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2022-10-03", "2022-10-03"),
        ("October 3, 2022", "2022-10-03"),
        ("3 October 2022", "2022-10-03"),
        ("Oct 3rd, 2022", "2022-10-03"),
        ("October 3, 2022 4:15 pm", "2022-10-03T16:15:00"),
        ("October 3, 2022 at 12:15 am", "2022-10-03T00:15:00"),
        ("2022-10-03T16:15:00Z", "2022-10-03T16:15:00+00:00"),
        ("2022", "2022"),
        ("2022-10", "2022-10"),
        ("0000", None),
        ("2022-13", None),
        ("February 30, 2022", None),
        ("October 3, 2022 13:15 pm", None),
        ("October 3, 2022 25:15", None),
        ("10/3/2022", None),
        ("next week", None),
        ("2 years ago", None),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(words: str, iso: str | None) -> None:
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("October 3, 2022 4:15 pm UTC", "2022-10-03T16:15:00+00:00"),
        ("October 3, 2022 4:15 pm -0530", "2022-10-03T16:15:00-05:30"),
        ("2022-10-03T16:15:00+02:00", "2022-10-03T16:15:00+02:00"),
        ("October 3, 2022 4:15 pm", None),
        ("October 3, 2022 4:15 pm +9900", None),
        ("2022-10-03", None),
        ("2 years ago", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_a_moment_is_known_only_where_a_zone_is_given(words: str, iso: str | None) -> None:
    found = posted_at(words)
    assert (found and found.isoformat()) == iso


@pytest.mark.parametrize("words", ["2 years ago", "an hour ago", "just now", "3 October 2022"])
def test_a_line_may_be_a_date_and_nothing_else(words: str) -> None:
    assert is_date(words)


@pytest.mark.parametrize("words", ["It was 2 years ago", "ago", "Monday", "on 3 October 2022"])
def test_a_line_with_a_date_in_it_is_none(words: str) -> None:
    assert not is_date(words)
