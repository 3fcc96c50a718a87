"""What stands around a commenter's name in the head of a comment, and is not of it."""

import re

from archive.ingest.comment_systems.html import when
from archive.ingest.comment_systems.html.spans import Range, trimmed

_BEFORE = re.compile(
    r"(?:\W*(?:(?:(?:re|comment|commentaire|kommentar|comentario|commento|reactie|komentarz|beitrag|message|posted|"
    r"written|submitted|geschrieben|verfasst|erstellt|gepostet|veröffentlicht|eingestellt|abgeschickt|escrito|publicado|"
    r"enviado|posté|publié|envoyé|rédigé|écrit|inviato|scritto|dodane|dodał|napisane|autor|author|name|user|gast|guest|auteur|"
    r"nick|pseudo)\s*(?:#?\d+)?\s*)?(?:by|von|par|por|de|di|da|door|przez|av|af|from|autor|author|auteur|name)\b\s*:?"
    r"|(?:autor|author|name|nick|auteur)\s*:|#\d+\.?|\d{1,4}\s*[.)]\s|\d{1,4}\s*:(?!\d)|»|›|•)\s*)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:[,(\-–—|·•:]\s*)?\b(?:says|said|wrote(?: on)?|writes|commented(?: on)?|replied(?: on)?|responds?|"
    r"sagt(?:e)?|schrieb|schreibt|meint(?:e)?|kommentiert(?:e)?|antwortete|a (?:dit|écrit)|dit|écrit|écrivait|"
    r"dice|dijo|escribió|comentó|disse|diz|scrive|ha (?:scritto|detto)|zegt|schreef|napisał(?:a|\(a\))?|pisze|mówi|"
    r"говорит|пишет|написал(?:а|\(а\))?|säger|skriver|sier|siger|píše|says on|on|am|le|el|il|dnia|op|den|at|um|le)"
    r"(?:\s+(?:am|on|le|el|il|dnia|op|den|at|um))?\s*[:,(]*\s*$",
    re.IGNORECASE,
)
_EDGES = " \t\n\u00a0,;:|·•–—-»›«/#↓↑→…"
_LONGEST = 80


def name(text: str, place: Range) -> Range | None:
    """The range of the name alone: without "by" before, "says:" and a date behind."""
    start, end = place
    end = min([end, *(at for at, _ in when.every(text, start, end) if at > start)])
    start, end = _cut(text, start, end)
    line = text.find("\n", start, end)
    if line > start:
        start, end = _cut(text, start, line)
    return trimmed(text, start, min(end, start + _LONGEST)) if start < end else None


def _cut(text: str, start: int, end: int) -> Range:
    start, end = _edged(text, start, end)
    if (hit := _BEFORE.match(text, start, end)) and hit.end() < end:
        start = hit.end()
    if hit := _BEHIND.search(text[start:end]):
        end = start + hit.start() if hit.start() else end
    return _edged(text, start, end)


def _edged(text: str, start: int, end: int) -> Range:
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return start, end
