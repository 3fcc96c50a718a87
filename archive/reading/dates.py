"""Dates in words. Pure."""

import re
from datetime import date, datetime

MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SIMPLE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
QUALITY = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}


def edtf_words(value: str) -> str:
    """An EDTF date or interval in words; a form that is not known here stays as it is written."""
    if not value:
        return ""
    parts = [simple_words(part) for part in value.split("/")]
    if None in parts:
        return value
    if len(parts) == 1:
        return str(parts[0])
    ends = zip(("from", "to"), parts, strict=False)
    return " ".join(f"{word} {part}" for word, part in ends if part)


def simple_words(value: str) -> str | None:
    """A single date in words, "" for an open end, None where it is another form."""
    if value in ("", ".."):
        return ""
    found = SIMPLE.fullmatch(value)
    if not found:
        return None
    year, month, day, quality = found.groups()
    name = month_name(int(month)) if month else ""
    if name is None:
        return None
    words = " ".join(filter(None, (day and str(int(day)), name, str(int(year)))))
    return QUALITY[quality].format(words)


def month_name(number: int) -> str | None:
    return MONTHS[number - 1] if 1 <= number <= 12 else SEASONS.get(number)


def day_words(value: str | date | datetime | None) -> str:
    """The day of an ISO 8601 moment or of a date: "22 November 2026"."""
    if not value:
        return ""
    day = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
