"""A day in both styles: "16/28 May 1858", "27 August (6 September) 1689". Pure."""

import re
from collections.abc import Iterator
from datetime import date

from annotations.dating import julian, names
from annotations.dating.single import Row

_MONTH = rf"(?: (?P<%s>{names.MONTH}))?"
_BOTH = re.compile(
    rf"(?P<old>{names.DAY}){_MONTH % 'first'}(?: (?P<before>{names.YEAR}))?(?: ?/ ?| ?\()"
    rf"(?P<new>{names.DAY}){_MONTH % 'second'}(?: (?P<inside>{names.YEAR}))?\)?"
    rf"{_MONTH % 'last'},?(?: (?P<year>{names.YEAR}))?",
    re.I,
)


def read(words: str, calendar: str = "") -> Iterator[Row]:
    """Old Style first, as the custom is; the two have to be one day, or both are proposed."""
    found = _BOTH.fullmatch(words)
    told = _told(found.groupdict()) if found else None
    if told is None:
        return
    (year, month, day), written = told
    try:
        old, new = julian.to_gregorian(year, month, day), date(*written)
    except ValueError:
        return
    if old == new:
        yield new.isoformat(), "julian", "Both styles are given, and they are one day."
        return
    apart = abs((new - old).days)
    why = f"The two styles given are {apart} day{'s' * (apart > 1)} apart: this is the "
    yield old.isoformat(), "julian", f"{why}Old Style, converted."
    yield new.isoformat(), "gregorian", f"{why}New Style."


def _told(found: dict[str, str | None]) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    last = found["last"]
    second = found["second"] or last or found["first"]
    first = found["first"] or second
    newest = found["inside"] or found["year"] or found["before"]
    if found["before"] and not found["second"]:
        return None  # 1688/9 is a year
    if not (first and second and newest and found["old"] and found["new"]):
        return None
    new = names.year(newest), names.month(second), names.number(found["new"])
    # From December into January the styles are in two years.
    crosses = names.month(first) == 12 and new[1] == 1
    year = names.year(found["before"]) if found["before"] else new[0] - crosses
    return (year, names.month(first), names.number(found["old"])), new
