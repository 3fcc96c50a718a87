"""Where the line stands that names the authors or the date."""

from archive.ingest.html.page import Page

_NEAR, _BEFORE, _LONGEST = 700, 300, 220


def byline(
    page: Page, title: tuple[int, int] | None, authors: list[str], seen: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The lines nearest the headline, from the first that names an author or the date."""
    if title is None:
        return None
    lines = [line for line in _lines(page.text, title) if _names(page.text, line, authors, seen)]
    after = [line for line in lines if line[0] >= title[1]]
    chosen = after or lines
    if not chosen:
        return None
    end = chosen[0][1]
    for line in chosen[1:]:
        end = line[1] if line[0] - end <= 4 else end
    return chosen[0][0], end


def _lines(text: str, title: tuple[int, int]) -> list[tuple[int, int]]:
    """The short lines round the title, without white space at their ends."""
    start = text.rfind("\n", 0, max(0, title[0] - _BEFORE)) + 1
    found: list[tuple[int, int]] = []
    while start < min(len(text), title[1] + _NEAR):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        words = text[start:end].strip()
        if words and len(words) <= _LONGEST and not start <= title[0] < end:
            at = text.index(words, start)
            found.append((at, at + len(words)))
        start = end + 1
    return found


def _names(
    text: str, line: tuple[int, int], authors: list[str], seen: tuple[int, int] | None
) -> bool:
    if seen and line[0] <= seen[0] < line[1]:
        return True
    return any(name.lower() in text[slice(*line)].lower() for name in authors)
