"""Dates as pages write them. Nothing is read relative to today, and no zone is invented."""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_TIME = (
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>utc|gmt|z|[+-]\d{2}:?\d{2})?)?"
)
_WRITTEN = [
    re.compile(rf"{date},?\s+(?P<year>\d{{4}}){_TIME}", re.IGNORECASE | re.ASCII)
    for date in (rf"{_MONTH}\s+{_DAY}", rf"{_DAY}\s+{_MONTH}")
]
_RELATIVE = re.compile(
    r"(?:about\s+)?(?:\d{1,4}|an?|one)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago"
    r"|just now|yesterday",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_LONGEST = 60


def is_date(words: str) -> bool:
    """Whether the words are a date and nothing else, absolute or relative."""
    return len(words) <= _LONGEST and bool(_RELATIVE.fullmatch(words) or moment(words))


def moment(words: str) -> datetime | None:
    """The moment that the words name, without zone where they give none."""
    if len(words) > _LONGEST:
        return None
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        found = next((hit for form in _WRITTEN if (hit := form.fullmatch(words))), None)
    try:
        return _composed(found) if found else None
    except ValueError:
        return None


def posted_at(words: str) -> datetime | None:
    """The moment, only where the words give a zone: others are known as written.

    The first and the last year are left out, since a zone may lead out of the calendar there.
    """
    found = moment(words)
    return found if found and found.tzinfo and 1 < found.year < 9999 else None


def iso_date(words: str) -> str | None:
    """The date in ISO 8601, as exact as written: year, month, day, or moment."""
    if _PARTIAL.fullmatch(words):
        return words if words >= "0001" else None
    found = moment(words)
    if found is None:
        return None
    timed = bool(re.search(r"\d:\d|T\d", words))
    return found.isoformat() if timed else found.date().isoformat()


def _composed(found: re.Match[str]) -> datetime:
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    hour, half = int(found["hour"] or 0), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError("no such hour")
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    minute = int(found["minute"] or 0)
    day, year = int(found["day"]), int(found["year"])
    return datetime(year, month, day, hour, minute, tzinfo=_zone(found["zone"]))


def _zone(words: str | None) -> timezone | None:
    if not words:
        return None
    if words[0] not in "+-":
        return UTC
    away = timedelta(hours=int(words[1:3]), minutes=int(words[-2:]))
    return timezone(-away if words[0] == "-" else away)
