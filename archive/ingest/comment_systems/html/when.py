"""Where the words of a comment's head say when it was posted, in the languages of Europe."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

import re
from bisect import bisect_left
from datetime import UTC, datetime
from functools import lru_cache
from itertools import takewhile

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html import ago, months
from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.dates import posted_at as in_words

_WEEKDAYS = (
    r"mo(?:n(?:tag|day)?)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag|i|iday)?"
    r"|sa(?:mstag)?|sonnabend|so(?:nntag)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?"
    r"|sat(?:urday)?|sun(?:day)?|lun(?:di|es|ed[iì])?|mar(?:di|tes|ted[iì])?"
    r"|mer(?:credi|coled[iì])?|mi[eé](?:rcoles)?|jeu(?:di)?|jue(?:ves)?|gio(?:ved[iì])?"
    r"|ven(?:dredi|erd[iì])?|vie(?:rnes)?|sam(?:edi)?|s[áa]b(?:ado|ato)?|dim(?:anche)?"
    r"|dom(?:ingo|enica)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|seg|ter|qua|qui|sex"
    r"|ma(?:andag)?|dinsdag|wo(?:ensdag)?|donderdag|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"
    r"|pon(?:iedziałek)?|wt(?:o|orek)?|śro(?:da)?|śr|czw(?:artek)?|pią(?:tek)?|pt|sob(?:ota)?"
    r"|niedz?(?:iela)?|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота"
    r"|воскресенье"
)
_WEEKDAY = rf"(?:(?:{_WEEKDAYS})\.?,?\s+(?:den\s+|le\s+)?)?"
_NAMES = sorted(months.NAMES, key=len, reverse=True)
_MONTH = rf"(?:{'|'.join(_NAMES)})(?![^\W\d_])\.?"
_SURE_MONTH = rf"(?!(?:{'|'.join(months.WORDS)})(?![^\W\d_])){_MONTH}"
_DAY = r"(?:3[01]|[012]?\d)"
_YEAR = (
    r"(?:,?\s+(?:de\s+|del\s+)?|\s*['’]\s*|\.\s?)(?:(?:19|20)\d{2}|\d{2}(?![\d:.]))"
    r"(?:\s?(?:г\.|р\.|года))?"
)
_DATE = (
    rf"(?:{_DAY}(?:\.|st|nd|rd|th|er|º|ª)?(?:\s+of|\s+de)?[\s\-/]{{0,2}}"
    rf"(?:{_MONTH}(?:{_YEAR}|[\-/]\d{{2,4}})|{_SURE_MONTH})"
    rf"|{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?(?!\d)(?:{_YEAR}|\s\d{{2}}:\d{{2}}:\d{{2}}\s(?:19|20)\d\d)"
    rf"|{_SURE_MONTH}\s+{_DAY}(?:st|nd|rd|th)?(?!\d)"
    r"|\d{1,2}\.\s?\d{1,2}\.?,\s?(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r"|(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_TIME = (
    r"\d{1,2}(?:(?:[:.]|\s?[hH]\s?|\s:\s)\d{2}(?:[:.]\d{2})?|\s?Uhr|(?=\s?[ap]\.?m\b))"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr|\s?h\b)?(?:\s?(?:UTC|GMT|CES?T|MES?Z|[ECMP][SD]T)\b)?"
    r"(?:\s?[+-]\d{2}:?\d{2}\b)?"
)
_BETWEEN = (
    r"(?:\s*[,;|·•\-–—/@:]?\s*(?:at|um|à|a las?|alle(?: ore)?|ore|às|en|om|o(?: godz\.?)?|godz\.?"
    r"|в|о|kl\.?|klo|den|on|le|am|gegen|,|-|@|\()?\s*)"
)
_WHEN = re.compile(
    rf"(?<!\w)(?=\w){_WEEKDAY}(?:{_DATE}|{ago.PATTERN})(?:{_BETWEEN}{_TIME})?(?!\w)"
    rf"|(?<![\w.:])(?=\d){_TIME}{_BETWEEN}{_WEEKDAY}{_DATE}(?!\w)",
    re.IGNORECASE,
)
_ATTRIBUTES = (
    "datetime",
    "content",
    "title",
    "data-timestamp",
    "data-comment-timestamp",
    "data-time",
    "data-utime",
    "data-publishtime",
    "data-date",
)
_LONGEST, _MOST_AT_ONCE = 400, 50


def find(text: str, start: int, end: int) -> Range | None:
    """The first date in a range, absolute or relative, with its time of day."""
    found = dates(text)
    at = bisect_left(found, (start, 0))
    if at < len(found) and found[at][1] <= end:
        return found[at]
    # What stands just before or behind the range may have hidden a date that stands in it.
    before = at > 0 and found[at - 1][1] > start
    beside = before or (at < len(found) and found[at][0] < end)
    hit = _WHEN.search(text, start, min(end, start + _LONGEST)) if beside else None
    return hit.span() if hit else None


def within(text: str, start: int, end: int) -> Range | None:
    """The first date in the words of an element alone, whatever stands close to them."""
    hit = _WHEN.search(text[start : min(end, start + _LONGEST)])
    return (start + hit.start(), start + hit.end()) if hit else None


def every(text: str, start: int, end: int) -> list[Range]:
    """The dates in a range, in order."""
    found = dates(text)
    first = bisect_left(found, (start, 0))
    return list(takewhile(lambda each: each[1] <= end, found[first : first + _MOST_AT_ONCE]))


@lru_cache(maxsize=2)
def dates(text: str) -> list[Range]:
    """The dates of a whole page: to look for them again in each comment would take long."""
    return [hit.span() for hit in _WHEN.finditer(text)]


def told(node: Node) -> datetime | None:
    """The moment in the attributes of an element, only where they give a zone, or an epoch."""
    values = (node.attributes.get(name) for name in _ATTRIBUTES)
    return next((at for value in values if value and (at := moment(value.strip()))), None)


def moment(value: str) -> datetime | None:
    """An ISO date with a zone, or seconds or milliseconds since 1970 in ten or thirteen digits."""
    if value.isascii() and value.isdigit() and len(value) in (10, 13):
        return datetime.fromtimestamp(int(value[:10]), UTC)
    return in_words(value)
