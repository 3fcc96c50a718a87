"""Qing dates in words: "Xianfeng 8, 4th month, 16th day", 咸豐八年四月十六日. Pure."""

import re
from collections.abc import Iterator

from annotations.dating import chinese, names
from annotations.dating.names import chinese as number
from annotations.dating.single import Row
from archive.naming import key

# Year, month and day are numbers; month and day may be missing.
Told = tuple[str, int, int | None, int | None, bool]

_SPELT = {
    key(spelling).replace("-", "").replace("'", ""): reign
    for reign, _, _, others in chinese.REIGNS
    for spelling in (reign, *others.split())
}
_REIGN = "|".join(sorted(_SPELT, key=len, reverse=True))
_YEAR = r",?\s*(?:year )?(?P<year>\d{1,2})(?:st|nd|rd|th)?(?: year)?"
_WORDS = (
    rf"(?:the )?(?P<reign>{_REIGN}){_YEAR}"
    r"(?:(?:[,/. ]+)(?:(?P<leap>leap|intercalary) )?(?:month )?(?P<month>\d{1,2})(?:st|nd|rd|th)?"
    r"(?: (?P<leap2>leap|intercalary))?(?: (?:lunar )?month)?"
    r"(?:(?:[,/. ]+)(?:day )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: day)?)?)?"
)
_NUMBER = "[\u3007零一二三四五六七八九十廿卅元0-9]+"
_SIGNS = (
    rf"(?P<reign>{_REIGN})(?P<year>{_NUMBER})年"
    rf"(?:(?P<leap>[閏闰])?(?P<month>[正冬臘腊]|{_NUMBER})月(?:(?P<day>初?{_NUMBER})日?)?)?"
)
_SHAPES = [re.compile(_WORDS), re.compile(_SIGNS)]
_NAMES = re.compile(rf"\b(?:{names.MONTH})\b", re.I)


def told(words: str) -> Told | None:
    """Reign, year, month, day, and whether the month is a leap one."""
    plain = key(words).replace("-", "").replace("'", "")
    for shape in _SHAPES:
        if found := shape.fullmatch(plain):
            part = found.groupdict()
            year, month, day = (
                number(part[n]) if part[n] else None for n in ("year", "month", "day")
            )
            is_leap = bool(part["leap"] or part.get("leap2"))
            return _SPELT[part["reign"]], year or 0, month, day, is_leap
    return None


def read(words: str, calendar: str = "") -> Iterator[Row]:
    found = told(words)
    if found is None:
        return
    try:
        first, last = chinese.to_gregorian(*found)
    except ValueError:
        return
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    yield edtf, "chinese", "Converted from the calendar of the Qing."


def wrong(words: str) -> str:
    """Why a date of the Qing is none, in a sentence; "" where it is one, or something else."""
    found = told(words)
    try:
        chinese.to_gregorian(*found) if found else None
    except ValueError as error:
        return f"“{words}” is no date: {error}."
    return ""
