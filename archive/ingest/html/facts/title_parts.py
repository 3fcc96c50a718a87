# ruff: noqa: RUF001 - bars of other scripts are meant
"""What a title is made of: "Headline | Section | Site"."""

import re
from collections.abc import Iterable

from archive.ingest.html.facts.likeness import folded

_BAR = re.compile(
    r"\s*[|｜│]\s*|\s+(?:[-–—·•~]|::|-\||>|<|\\)\s+|\s+[›»]\s+(?!.*«)|(?<!\S.)\s+«\s+(?!.*»)"
)
_BRACKETED = re.compile(r"\s*(?:\[[^\]]*\]|＜[^＞]*＞|【[^】]*】|〈[^〉]*〉)$")
_KNOWN_BAR = re.compile(rf"{_BAR.pattern}|\s*:\s+|\s+/\s+|\s*_\s*|,\s+")


def parts(title: str) -> list[str]:
    """Its parts, as separators part them."""
    return [part for part in _BAR.split(title) if part]


def without_site(title: str, sites: Iterable[str]) -> str:
    """The title without the names of the site at its ends, and without what stands beyond them."""
    known = {folded(site).replace(" ", "") for site in sites} - {""}
    bars = list(_KNOWN_BAR.finditer(title))
    for bar in bars:
        after = _KNOWN_BAR.split(title[bar.end() :])[0]
        if (title[: bar.start()].strip()) and {*_runs(title[bar.end() :], after)} & known:
            return title[: bar.start()].strip()
    for bar in reversed(bars):
        if folded(title[: bar.start()]).replace(" ", "") in known and title[bar.end() :].strip():
            return title[bar.end() :].strip()
    return title


def _runs(tail: str, first: str) -> list[str]:
    """What may be the name: all that follows the bar, or what stands before the next one."""
    return [folded(words).replace(" ", "") for words in (tail, first)]


def shortened(title: str) -> str:
    """The title without what follows its last bar or stands in brackets at its end, where that
    looks like the name of a site."""
    title = _BRACKETED.sub("", title) or title
    bars = list(_BAR.finditer(title))
    if not bars:
        return title
    head, tail = title[: bars[-1].start()].strip(), title[bars[-1].end() :]
    is_name = len(tail.split()) <= 4 and len(head.split()) > len(tail.split())
    return head if is_name and len(head) > 10 else title
