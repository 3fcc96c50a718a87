"""What stands around a commenter's name in the head of a comment, and is not of it."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

import re

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.spans import Range, trimmed

_SAID = (
    r"comment|commentaire|kommentar|comentario|commento|reactie|komentarz|beitrag|message|posted"
    r"|written|submitted|geschrieben|verfasst|erstellt|gepostet|veröffentlicht|eingestellt"
    r"|abgeschickt|escrito|publicado|enviado|posté|publié|envoyé|rédigé|écrit|inviato|scritto"
    r"|dodane|dodał|napisane|autor|author|name|user|auteur|nick|pseudo"
)
_NUMBER = r"#\s?\d+(?:\.\d+)*\.?|\d{1,4}\s*[.)]\s|\d{1,4}\s*:(?!\d)"
_BEFORE = re.compile(
    rf"(?:\W*(?:{_SAID})(?:\s*#?\d+)?\s*(?:by|von|par|por|de|di|da|door|przez|av|af|from|:)(?!\w)\s*:?"
    rf"|\W*(?:by|par|por|przez|door)\s|\W*(?:autor|author|name|nick|auteur)\s*:|{_NUMBER}|[»›•])+",
    re.IGNORECASE,
)
_BEFORE_DATED = re.compile(r"\W*(?:von|de|di|da|av|af|from)\s", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:[,(\-–—|·•:]\s*)?\b(?:says|said|wrote|writes|commented|replied|responds?|hat (?:gesagt"
    r"|geschrieben|kommentiert)|sagte?|schrieb|schreibt|meinte?|kommentierte?|antwortete"
    r"|a (?:dit|écrit)|dit|écrit|écrivait|dice|dijo|escribió|comentó|disse|diz|scrive"
    r"|ha (?:scritto|detto|dicho)|zegt|schreef|napisał(?:a|\(a\))?|pisze|mówi|komentuje|говорит"
    r"|пишет|написал(?:а|\(а\))?|säger|skriver|sier|siger|píše|sa)"
    r"(?:\s+(?:am|on|le|el|il|dnia|op|den|at|um|in))?\s*[:,(.…]*\s*$",
    re.IGNORECASE,
)
_BEHIND_DATED = re.compile(
    r"\s+(?:on|am|le|el|il|dnia|op|den|at|um|vom|du|il giorno|em|в|the)\s*[:,(]*\s*$", re.IGNORECASE
)
_OPENING = " \t\n\u00a0,;:|·•–—-»›«/↓↑→…"
_EDGES = f"{_OPENING}#"
# What names begin with too: it is cut only where a blank parts it from the name.
_OF_NAMES = "-–—/"
_LONGEST, _WINDOW = 80, 300


def name(text: str, place: Range, *, dated: bool = False) -> Range | None:
    """The range of the name alone: without "by" before, "says:" and a date behind.

    `dated` says that a date follows: then short words that may also be part of a name are cut.
    """
    start, end = place[0], min(place[1], place[0] + _WINDOW)
    date = min((at for at, _ in when.every(text, start, end) if at > start), default=end)
    line = text.find("\n", start, date)
    start, end = _cut(text, start, date, dated=dated or date < end)
    if start < line < end:
        start, end = _cut(text, start, line, dated=False)
    return trimmed(text, start, min(end, start + _LONGEST)) if start < end else None


def _cut(text: str, start: int, end: int, *, dated: bool) -> Range:
    start, end = _edged(text, start, end)
    for form in (_BEFORE, _BEFORE_DATED) if dated else (_BEFORE,):
        if (hit := form.match(text, start, end)) and hit.end() < end:
            start = hit.end()
    for form in (_BEHIND_DATED, _BEHIND) if dated else (_BEHIND,):
        if (hit := form.search(text[start:end])) and hit.start():
            end = start + hit.start()
    return _edged(text, start, end)


def _edged(text: str, start: int, end: int) -> Range:
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and _opens(text, start, end):
        start += 1
    return start, end


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a sign stands before the name and is not its own."""
    after = text[start + 1 : end][:1]
    return text[start] in _OPENING and (text[start] not in _OF_NAMES or after in _OPENING)
