# ruff: noqa: RUF001 - bars of other scripts are meant
"""What a title is made of: "Headline | Section | Site"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from archive.ingest.html.facts.likeness import folded

# Chinese and Japanese put no blanks round a bar.
_SIGN = "[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
_BAR = re.compile(
    r"\s*[|｜│]\s*|\s+(?:[-–—·•~_]|::|-\||>|<|\\)\s+|\s+_(?=\S)"
    r"|\s+[›»]\s+(?!.*«)|(?<!\S.)\s+«\s+(?!.*»)"
    rf"|(?<={_SIGN})[-_–—](?={_SIGN})"
)
_ANY_BAR = re.compile(rf"{_BAR.pattern}|\s*:\s+|\s+[/@]\s+|\s*_\s*|,\s+")
_ARCHIVE = re.compile(r"(?:(?:we)?blog)?[\s-]*archi(?:v|ves?|vos?|vio|ef)", re.IGNORECASE)
_DAY = re.compile(
    r"\d{1,2}[. ]\s*[^\W\d_]{3,12}\.? (?:19|20)\d\d|\d{1,2}([./])\d{1,2}\1(?:19|20)\d\d"
)
_BRACKETED = re.compile(r"\s*(?:\[[^\]]*\]|＜[^＞]*＞|【[^】]*】|〈[^〉]*〉)$")


def parts(title: str) -> list[str]:
    """Its parts, as separators part them."""
    return [part for part in _BAR.split(title) if part]


def without_site(title: str, sites: Iterable[str]) -> str:
    """The title without the names of the site at its ends, and without what stands beyond them."""
    known = {_key(site) for site in sites} - {""}
    bars = list(_ANY_BAR.finditer(title))
    for bar in bars:
        before = title[: bar.start()].strip()
        ends = [len(title), *(later.start() for later in bars if later.start() >= bar.end())]
        if before and any(_key(title[bar.end() : end]) in known for end in ends):
            return before
    for bar in reversed(bars):
        if _key(title[: bar.start()]) in known and title[bar.end() :].strip():
            return title[bar.end() :].strip()
    return title


def _among(title: str) -> str | None:
    """The headline in "Site » Blog Archive » Headline" and in "Headline - 3 May 2010 - Blog":
    what the words between are tells where it stands."""
    bars = list(_BAR.finditer(title))
    for bar, following in pairwise(bars):
        between = title[bar.end() : following.start()].strip()
        if _ARCHIVE.fullmatch(between):
            return title[following.end() :].strip()
        if _DAY.fullmatch(between):
            return title[: bar.start()].strip()
    return None


def _key(words: str) -> str:
    return folded(words).replace(" ", "")


def shortened(title: str) -> str:
    """The title without what follows its last bar or stands in brackets at its end, where that
    looks like the name of a site."""
    title = _BRACKETED.sub("", title) or title
    if headline := _among(title):
        return headline
    bars = list(_BAR.finditer(title))
    if not bars:
        return title
    head, tail = title[: bars[-1].start()].strip(), title[bars[-1].end() :]
    if re.search(_SIGN, head):
        return head if len(tail) <= 12 and len(head) > len(tail) else title
    is_name = len(tail.split()) <= 4 and len(head.split()) > len(tail.split())
    return head if is_name and len(head) > 10 else title
