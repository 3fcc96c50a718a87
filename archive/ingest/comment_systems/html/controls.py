"""The page's own words at the ends of a body: "Reply", "Permalink", "[ antworten ]"."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

import re

from archive.ingest.comment_systems.html.spans import Range, trimmed

_WORDS = (
    r"reply(?: to(?: this)?(?: comment)?)?|replies|permalink|perma-?link|comment link|link|quote"
    r"|edit"
    r"|report(?: abuse| comment)?|share|flag|like|unlike|"
    r"upvote|downvote|log in (?:or register )?to (?:reply|post comments)|reply with quote"
    r"|show more|read more|expand|collapse|"
    r"antworten?|zitieren|zitat|melden|kommentar melden|beitrag melden|teilen"
    r"|gefällt mir(?: nicht)?|aufklappen|zuklappen|mehr anzeigen|"
    r"direktlink|bearbeiten|empfehlen|auf diesen kommentar antworten"
    r"|anmelden(?: oder registrieren)?,? um kommentare (?:verfassen|schreiben) zu können|"
    r"répondre(?: à ce message| au commentaire)?|signaler(?: un abus)?|citer|lire la suite|alerter"
    r"|partager|"
    r"responder|citar|denunciar|denuncia|compartir|compartilhar|rispondi|segnala|cita|"
    r"odpowiedz|cytuj|zgłoś|zgłoś (?:naruszenie|nadużycie)|udostępnij|beantwoorden|reageer"
    r"|antwoord|"
    r"ответить|цитировать|пожаловаться|відповісти|svara|svar|besvara|odpovědět|válasz|yanıtla"
)
_CONTROL = re.compile(rf"[\W\d_]*(?:(?:{_WORDS})[\W\d_]*)*", re.IGNORECASE)
_REST = (":", "|", "-", "–", "—", "·", "•", ",", "/", "»")
_LONGEST = 90


def without(text: str, place: Range) -> Range:
    """The range without lines at its ends that only the page's machinery writes."""
    kept = place
    while line := _last(text, kept):
        kept = line
    while line := _first(text, kept):
        kept = line
    return kept


def _last(text: str, place: Range) -> Range | None:
    start, end = place
    at = text.rfind("\n", start, end)
    return trimmed(text, start, at) if at > start and is_control(text, at, end) else None


def _first(text: str, place: Range) -> Range | None:
    start, end = place
    at = text.find("\n", start, end)
    return trimmed(text, at, end) if at > start and is_control(text, start, at) else None


def is_control(text: str, start: int, end: int) -> bool:
    """Whether the words are the page's own and nothing else."""
    words = text[start:end]
    if words.strip() in _REST:
        return True
    lettered = any(sign.isalpha() for sign in words)
    return lettered and len(words) <= _LONGEST and bool(_CONTROL.fullmatch(words))
