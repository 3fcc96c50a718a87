"""Names of months, and numbers as words write them. Pure."""

import re

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
# The beginning of a name is enough, from three letters on.
MONTH = r"(?:{})".format("|".join(f"{name[:3]}(?:{name[3:]}|[a-z]{{0,2}}\\.)?" for name in _MONTHS))
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"\d{4}(?:/\d{1,2})?"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_DIGITS = {digit: value for value, digit in enumerate("\u3007一二三四五六七八九")}
_DIGITS |= {"零": 0, "元": 1, "正": 1, "冬": 11, "臘": 12, "腊": 12}


def month(name: str) -> int:
    return next(at for at, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))


def number(written: str) -> int:
    return int(re.match(r"\d+", written)[0])  # type: ignore[index]


def year(written: str) -> int:
    """1858; of 1688/9 the later, which is the year as it begins in January."""
    first, _, second = written.partition("/")
    return int(first[: 4 - len(second)] + second) if second else int(first)


def chinese(written: str) -> int:
    """一 to 九十九, also 廿 and 卅, 元 and 正 for the first, 初三, and plain digits."""
    written = written.removeprefix("初").replace("廿", "二十").replace("卅", "三十")
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.partition("十")
    if not ten:
        return _DIGITS[tens]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
