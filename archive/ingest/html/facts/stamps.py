"""Dates that machines write: in attributes, `meta` elements and JSON-LD."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from archive.ingest.html.facts.dates import dates_in

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<by>[-/.]?)(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})"
    r"(?:(?:T|\s+|,\s*|T\s+|\s*-\s+)(?P<clock>\d{1,2}:?\d\d(?::?\d\d(?:[.,]\d+)?)?)"
    r"\s*(?P<zone>Z|UTC|GMT|CES?T|MES?Z|[+-]\d\d:?(?:\d\d)?)?)?(?!\d)",
    re.IGNORECASE,
)
_JAVA = re.compile(
    r"\w{3},? (?P<name>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<before>\d{4} )?"
    r"(?P<clock>\d\d:\d\d:\d\d) (?P<zone>[A-Z]{1,4}(?:[+-]\d{2}:?\d{2})?|[+-]\d{4})?"
    r"(?: (?P<after>\d{4}))?"
)
_ZONES = {
    "utc": "+00:00", "gmt": "+00:00", "z": "Z", "cet": "+01:00", "mez": "+01:00",
    "cest": "+02:00", "mesz": "+02:00", "msk": "+03:00", "jst": "+09:00",
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEVER = ("0001-01-01", "1970-01-01", "1900-01-01")


def stamp(words: str | None, month_first: bool = False) -> str | None:
    """The date in ISO 8601, the zone as given; None where the words hold none.

    A zone that is named by letters in use in several countries (EST, IST) is left out.
    Seconds and milliseconds since 1970 are in universal time by definition. What content management
    systems write for "no date" (the first day of 1, 1900 or 1970) is none.
    """
    words = (words or "").strip()
    if not words or len(words) > 80:
        return None
    found = _epoch(words) or _iso(words) or _mail(words) or _java(words)
    if found is None:
        seen = dates_in(words, 0, len(words), month_first)
        found = seen[0].iso if seen else None
    return found if found and not found.startswith(_NEVER) else None


def _epoch(words: str) -> str | None:
    if not re.fullmatch(r"1\d{9}(?:\d{3})?", words):
        return None
    seconds = int(words) / (1000 if len(words) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0).isoformat()


def _iso(words: str) -> str | None:
    hit = _ISO.match(words)
    if not hit or (hit["by"] == "" and len(hit["month"] + hit["day"]) != 4):
        return None
    day = f"{hit['year']}-{hit['month']:0>2}-{hit['day']:0>2}"
    return _checked(day, hit["clock"], hit["zone"])


def _checked(day: str, clock: str | None, zone: str | None) -> str | None:
    """Nothing that is no day of the calendar; a time that is no time is left out."""
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return None
    try:
        whole = f"{day}T{_clock(clock or '')}{_zone(zone)}"
        datetime.fromisoformat(whole)
    except ValueError:
        return day
    return whole


def _clock(clock: str) -> str:
    digits, _, rest = clock.replace(",", ".").partition(".")
    digits = digits if ":" in digits else ":".join(re.findall("..", digits))
    digits = digits if digits[1:2] != ":" else f"0{digits}"
    return digits + (f".{rest[:6]:0<3}" if rest else "")


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.lower() in _ZONES:
        return _ZONES[zone.lower()]
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _mail(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).isoformat() if "," in words and ":" in words else None
    except (ValueError, TypeError, IndexError):
        return None


def _java(words: str) -> str | None:
    """As `Date` says it in Java and in JavaScript."""
    hit = _JAVA.match(words)
    year = hit and (hit["before"] or hit["after"])
    if not hit or not year or hit["name"] not in _MONTHS:
        return None
    zone = re.sub(r"^(?:GMT|UTC)(?=[+-])", "", hit["zone"] or "")
    known = zone if zone[:1] in "+-" or zone.lower() in _ZONES else ""
    day = f"{year.strip()}-{_MONTHS.index(hit['name']) + 1:02}-{int(hit['day']):02}"
    return _checked(day, hit["clock"], known)
