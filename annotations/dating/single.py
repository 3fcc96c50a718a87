"""One date: a day, a month, a season or a year, "16 May 1858 O.S.", "May 1858". Pure."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from annotations.dating import julian, names

Row = tuple[str, str, str]
_STYLE = re.compile(r"[,\s]*\(?\b(?:(o\.? ?s\.?|old style|julian)|(n\.? ?s\.?|new style|gregorian))"
                    r"(?: calendar)?(?!\w)\)?", re.I)  # fmt: skip
_SHAPES = (
    rf"(?P<day>{names.DAY})(?: of)? (?P<month>{names.MONTH}),? (?:of )?(?P<year>{names.YEAR})",
    rf"(?P<month>{names.MONTH}) (?:the )?(?P<day>{names.DAY}),? (?P<year>{names.YEAR})",
    rf"(?P<month>{names.MONTH}),? (?:of )?(?P<year>{names.YEAR})",
    rf"(?P<season>{'|'.join(names.SEASONS)})(?: of)?,? (?P<year>\d{{4}})",
    rf"(?:the year )?(?P<year>{names.YEAR})",
    r"(?P<year>\d{4})-(?P<number>\d\d)(?:-(?P<day>\d\d))?",
)
_PLAIN = [re.compile(shape, re.I) for shape in _SHAPES]
# Russia kept the Julian calendar until 1918; before 1582 there was no other in Europe.
REFORM, LAST_JULIAN = 1582, 1918


def style(words: str) -> tuple[str, str]:
    """The words without what says the style, and the calendar that it says."""
    found = _STYLE.search(words)
    if not found:
        return words, ""
    rest = (words[: found.start()] + words[found.end() :]).strip(" ,")
    return rest, "julian" if found[1] else "gregorian"


def parts(words: str) -> dict[str, int] | None:
    """Year, and month and day where they are named."""
    for shape in _PLAIN:
        if found := shape.fullmatch(words):
            told = {name: value for name, value in found.groupdict().items() if value}
            named = {"year": names.year(told["year"])}
            if "month" in told or "number" in told:
                named["month"] = int(told.get("number") or names.month(told["month"]))
            if "season" in told:
                named["month"] = names.SEASONS[told["season"].lower()]
            if "day" in told:
                named["day"] = names.number(told["day"])
            return named
    return None


def read(words: str, calendar: str = "") -> Iterator[Row]:
    words, said = style(words)
    found = parts(words)
    if found is None or calendar == "chinese":
        return
    if "/" in words and "day" in found:  # 1688/9, as who wrote Old Style wrote
        yield from islice(_days(found["year"], found["month"], found["day"], "julian"), 1)
    elif found["year"] > julian.WORLD:
        yield from _of_the_world(found)
    elif "day" in found:
        yield from _days(found["year"], found["month"], found["day"], said or calendar)
    else:
        yield _coarse(found, said or calendar)


def _of_the_world(found: dict[str, int]) -> Iterator[Row]:
    why = "A year from the creation of the world, as Russia counted until 1699; Old Style."
    if "day" in found:
        year = julian.of_the_world(found["year"], found["month"])
        for edtf, told, _ in _days(year, found["month"], found["day"], "julian"):
            yield edtf, told, why
            return
    first = found["year"] - julian.WORLD - 1
    yield f"{first:04}-09/{first + 1:04}-08", "julian", why


def _coarse(found: dict[str, int], calendar: str) -> Row:
    written = f"{found['year']:04}" + (f"-{found['month']:02}" if "month" in found else "")
    if calendar == "julian":
        return written, calendar, "No day is named: Old Style may differ by some days at the ends."
    return written, calendar, "As it is written."


def _days(year: int, month: int, day: int, calendar: str) -> Iterator[Row]:
    plain = f"{year:04}-{month:02}-{day:02}"
    if calendar != "julian" and (calendar or year > REFORM):
        why = "New Style, as it is written." if calendar else "If it is New Style already."
        yield plain, calendar or "gregorian", why
    if calendar != "gregorian" and (calendar or year <= LAST_JULIAN):
        try:
            converted = julian.to_gregorian(year, month, day)
        except ValueError:
            return
        yield converted.isoformat(), "julian", _told(converted, year, calendar)
        if 1 <= year < 1752 and (month, day) < (3, 25) and calendar:
            later = julian.to_gregorian(year + 1, month, day)
            why = f"If the year began on 25 March: it is {year + 1} as we count."
            yield later.isoformat(), "julian", why


def _told(converted: date, year: int, calendar: str) -> str:
    if calendar:
        return "Converted from Old Style."
    return "If it is Old Style." if year > REFORM else "The Julian calendar, the only one then."
