"""Infoboxes: the template's parameters, and the loose form that cleaners make of it."""

import re
from bisect import bisect
from collections.abc import Iterator

from archive.ingest.blocks import Found, section
from archive.ingest.lines import Line
from archive.ingest.parsed import Section
from archive.ingest.wiki_spans import Span, outermost

_NAME = re.compile(r"\{\{\s*(?P<name>[^|{}<\r\n]*[^|{}<\s])")
_BOX = re.compile(r"(?:.*\s)?infobox\b.*|.*\binfobox|taxobox|geobox.*", re.IGNORECASE)
_HEAD = re.compile(r"infobox\b[^:]{0,60}", re.IGNORECASE)
_PAIR = re.compile(r"(?:[-*•]\s+)?(?P<key>[^\s:][^:\r\n]{0,59}?)\s*:(?:\s|$)")
_LONGEST_KEY = 100
_KEY = re.compile(r"\s*(?P<key>[^=|\s](?:[^=|]*[^=|\s])?)\s*=")


def template_name(text: str, span: Span) -> str:
    """The name of a template, "" where it has none in plain words."""
    hit = _NAME.match(text, span.start, min(span.end, span.start + 200))
    return hit["name"] if hit else ""


def is_infobox(name: str) -> bool:
    return bool(_BOX.fullmatch(name))


def infobox(text: str, span: Span, inner: list[Span]) -> list[Section]:
    """The box with its parameters as items; `inner` are the spans inside it, outer first."""
    name = _NAME.match(text, span.start, span.end)
    assert name is not None
    box = Section("infobox", span.start, span.end, None, *name.span("name"))
    return [box, *_parameters(text, name.end(), span.end - 2, inner)]


def _parameters(text: str, start: int, end: int, inner: list[Span]) -> Iterator[Section]:
    """Each from its bar to the end of its value. A bar inside another construct is not one."""
    bars = [bar for bar in _outside(text, start, end, outermost(inner)) if text[bar] == "|"]
    starts = [*(span.start for span in inner), end]
    for bar, after in zip(bars, [*bars[1:], end], strict=True):
        last = bar + len(text[bar:after].rstrip())
        plain = min(starts[bisect(starts, bar)], last, bar + _LONGEST_KEY)
        key = _KEY.match(text, bar + 1, plain)
        yield Section("item", bar, last, None, *(key.span("key") if key else (None, None)))


def _outside(text: str, start: int, end: int, skipped: list[Span]) -> Iterator[int]:
    for span in [*skipped, Span("", end, end)]:
        bar = text.find("|", start, max(start, span.start))
        while bar >= 0:
            yield bar
            bar = text.find("|", bar + 1, span.start)
        start = max(start, span.end)


def loose_infobox(rows: list[Line], at: int) -> Found | None:
    """A line "Infobox" with `- key: value` lines directly below it."""
    if len(rows[at].words) > 70 or not _HEAD.fullmatch(rows[at].words):
        return None
    after = at + 1
    while after < len(rows) and not rows[after].gap and _PAIR.match(rows[after].words):
        after += 1
    if after == at + 1:
        return None
    head, last = rows[at], rows[after - 1]
    box = Section("infobox", head.first, last.last, None, head.first, head.last)
    return Found([box, *(_pair(row) for row in rows[at + 1 : after])], after)


def _pair(row: Line) -> Section:
    hit = _PAIR.match(row.words)
    assert hit is not None
    start, end = hit.span("key")
    item = section("item", row)
    return Section("item", item.start, item.end, None, row.first + start, row.first + end)
