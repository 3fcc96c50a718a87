"""Where the line stands that names the authors or the date."""

import re

from archive.ingest.html.page import Page

_NEAR, _BEFORE, _LONGEST, _GAP = 700, 300, 220, 12
_LABEL = re.compile(
    r"(?:von|by|par|por|di|autor(?:in|en)?|authors?|text|автор)\s*:?", re.IGNORECASE
)
Range = tuple[int, int]


def byline(page: Page, title: Range | None, authors: list[str], seen: Range | None) -> Range | None:
    """The lines nearest the headline that name an author or the date, as one range."""
    if title is None:
        return None
    lines = _lines(page.text, title)
    named = [line for line in lines if _names(page.text, line, authors, seen)]
    after = [line for line in named if line[0] >= title[1]]
    chosen = _joined(after or named[::-1])
    label = next((line for line in lines if chosen and 0 < chosen[0] - line[1] <= 3), None)
    if chosen and label and _LABEL.fullmatch(page.text[slice(*label)]):
        return label[0], chosen[1]
    return chosen


def _joined(lines: list[Range]) -> Range | None:
    """The first line with those that follow it closely, whichever way they run."""
    if not lines:
        return None
    start, end = lines[0]
    for line in lines[1:]:
        if line[0] - end <= _GAP and start - line[1] <= _GAP:
            start, end = min(start, line[0]), max(end, line[1])
    return start, end


def _lines(text: str, title: Range) -> list[Range]:
    """The short lines round the title, without white space at their ends."""
    start = text.rfind("\n", 0, max(0, title[0] - _BEFORE)) + 1
    found: list[Range] = []
    while start < min(len(text), title[1] + _NEAR):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        words = text[start:end].strip()
        if words and len(words) <= _LONGEST and not start <= title[0] < end:
            at = text.index(words, start)
            found.append((at, at + len(words)))
        start = end + 1
    return found


def _names(text: str, line: Range, authors: list[str], seen: Range | None) -> bool:
    if seen and line[0] <= seen[0] < line[1]:
        return True
    return any(name.lower() in text[slice(*line)].lower() for name in authors)
