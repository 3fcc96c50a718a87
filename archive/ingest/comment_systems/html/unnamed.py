"""A commenter's name that no element is named for: it stands beside the date, or above it."""

import re

from archive.ingest.comment_systems.html import controls, head, when
from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import Range, meets, trimmed

_CONTROL = re.compile(
    r"(?:reply|antworten|antwort|répondre|responder|rispondi|odpowiedz|permalink|link|zitieren"
    r"|quote|edit|melden|"
    r"report|share|teilen|like|gefällt mir|comments?|kommentare?|posted|geschrieben|verfasst|am|on"
    r"|le|um)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"[\s,;:–—|-]*(?:(?:comment|commentaire|kommentar|posted|submitted|geschrieben|verfasst"
    r"|posté|publié|écrit)\s+)?(?:by|von|par|por|door|przez)\s",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _NEAR = 60, 6, 200


def date(text: str, draft: Draft) -> None:
    """Sets the date that no element is named for: above the body, below it, or opening it."""
    if draft.posted or not draft.body:
        return
    start, end, (first, last) = draft.whole[0], draft.end, draft.body
    draft.posted = when.find(text, start, first) or when.find(text, last, min(end, last + _NEAR))
    if draft.posted is None and (opening := when.find(text, first, min(first + _NEAR, last))):
        _open(text, draft, opening)


def _open(text: str, draft: Draft, date: Range) -> None:
    """Takes the date, and a name joined to it, off the beginning of the body."""
    whole, draft.posted, draft.body = draft.body or date, date, None
    draft.handle = draft.handle or beside(text, draft)
    start = max(date[1], draft.handle[1] if draft.handle else 0)
    left = trimmed(text, start, whole[1]) if start < whole[1] else None
    draft.body = controls.without(text, left) if left else None


def beside(text: str, draft: Draft) -> Range | None:
    """The name that a "by" joins to the date: "Monday at noon, by NAME", "by NAME on Monday"."""
    if draft.posted is None:
        return None
    start, end = draft.whole[0], draft.end
    line = max(start, text.rfind("\n", start, draft.posted[0]) + 1)
    after = text.find("\n", draft.posted[1], end)
    for place in ((draft.posted[1], end if after < 0 else after), (line, draft.posted[0])):
        if _BY.match(text, *place) and (name := head.name(text, place, dated=True)):
            return name if _is_name(text, draft, name) else None
    return None


def find(text: str, draft: Draft) -> Range | None:
    """The name on the line of the date, before it or behind it, or on the next line above."""
    start, end = draft.whole[0], draft.end
    if draft.posted is None:
        return None
    line = max(start, text.rfind("\n", start, draft.posted[0]) + 1)
    after = text.find("\n", draft.posted[1], end)
    behind = draft.posted[1], end if after < 0 else after
    above = start, max(start, line - 1)
    lines = (line, draft.posted[0]), behind, _last_line(text, *above), _first_line(text, *above)
    names = (head.name(text, place, dated=True) for place in lines if place[0] < place[1])
    return next((name for name in names if name and _is_name(text, draft, name)), None)


def _last_line(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1].isspace():
        end -= 1
    return max(start, text.rfind("\n", start, end) + 1), end


def _first_line(text: str, start: int, end: int) -> Range:
    stop = text.find("\n", start, end)
    return start, end if stop < 0 else stop


def _is_name(text: str, draft: Draft, place: Range) -> bool:
    words = text[slice(*place)]
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _CONTROL.fullmatch(words):
        return False
    apart = draft.body is None or not meets(place, draft.body)
    return apart and any(sign.isalnum() for sign in words)
