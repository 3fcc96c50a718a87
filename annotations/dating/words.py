"""A converted date as readers see it, with what it is in the calendar it was written in. Pure."""

from datetime import date

from annotations.dating import chinese, julian
from archive.reading.dates import edtf_words, month_name


def in_words(edtf: str, calendar: str) -> str:
    """ "28 May 1858 (16 May, Old Style)"; without a calendar other than ours the date alone."""
    plain = edtf_words(edtf)
    try:
        day = date.fromisoformat(edtf.rstrip("?~%"))
    except ValueError:
        return plain
    other = {"julian": old_style, "chinese": chinese.in_words}.get(calendar)
    told = other(day) if other else ""
    return f"{plain} ({told})" if told else plain


def old_style(day: date) -> str:
    """ "16 May, Old Style", with its year where that is another."""
    year, month, number = julian.from_gregorian(day)
    own = f" {year}" if year != day.year else ""
    return f"{number} {month_name(month)}{own}, Old Style"
