"""The words in which a page states how many comments it has, in the languages of Europe."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

import re

from archive.ingest.comment_systems.html.draft import Draft
from archive.ingest.comment_systems.html.spans import Range, owners
from archive.ingest.html.page import Page

_NOUN = (
    r"(?:comments?|responses?|repl(?:y|ies)|thoughts?|opinions?|posts?|answers?|feedbacks?"
    r"|talkbacks?"
    r"|kommentare?n?|antworten|antwort|gedanken?|meinung(?:en)?|beiträge?|leserkommentare?"
    r"|reaktionen|reaktion|leserbriefe?"
    r"|rückmeldungen|stimmen|leserpost|leserzuschriften|leserstimmen|zuschriften|lesermeinungen|commentaires?|réponses?|réactions?|avis|pensées?|messages?"
    r"|comentarios?|comentários?"
    r"|respuestas?|respostas?|opiniones|pensamientos?|pensamentos?|comment[oi]|risposte?"
    r"|pensier[oi]|reacties?|reactie|antwoorden|gedachten?"
    r"|komentarz(?:e|y|ach)?|odpowiedzi|opini[ei]|wpis(?:y|ów)?|комментари(?:й|я|ев|и)"
    r"|коментар(?:ів|і)?|ответ(?:а|ов)?|отзыв(?:а|ов)?"
    r"|kommentarer?|svar|tankar|komentář[eůi]?|kommentti|kommenttia|hozzászólás|megjegyzés|yorum"
    r"|comentarii|σχόλι[αο]"
    r"|(?:[則则条條個个篇]|件の|개의\s)?\s?(?:留言(?:列表)?|評論|评论|回應|回应|迴響|コメント|댓글))"
)
_COUNT = r"\d{1,3}(?:[,.\u00a0’' ]\d{3})|\d{1,6}"
_WORD = (
    r"one|ein|eine|un|une|uno|una|um|uma|een|jeden|jedna|один|en|ett|no|keine?|noch keine"
    r"|bisher keine|aucune?|pas de"
    r"|sin|ning[uú]n|nenhum|nessun|geen|brak|нет|inga|ingen"
)
_NONE = re.compile(
    r"(?:no|(?:noch |bisher )?keine?|aucune?|pas de|sin|ning[uú]n|nenhum|nessun|geen|brak|нет"
    r"|inga|ingen)\b",
    re.IGNORECASE,
)
_ADJECTIVE = (
    r"(?:\s+(?:user|reader|leser|new|neue|public|approved|published|de lecteurs?"
    r"|aus der community))?"
)
_STATEMENT = re.compile(
    rf"\W*(?:(?:insgesamt|total(?: of)?|all|alle|bisher|showing|there (?:is|are)|es gibt|it has"
    rf"|already|bereits|view|alle)\s+)?"
    rf"(?:\W*(?P<before>{_COUNT})\W{{0,2}}{_ADJECTIVE}\s*-?\s*{_NOUN}(?:\W.*)?"
    rf"|(?P<word>{_WORD}){_ADJECTIVE}\s+{_NOUN}(?:\W.*)?"
    rf"|(?:[^\W\d]+[\s-]){{0,2}}{_NOUN}\s*(?:zum artikel\s*)?[\[(:·"
    rf"|\-–—]?\s*(?P<behind>{_COUNT})\s*\W*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 200
_LIKELY = (
    "h1, h2, h3, h4, h5, h6, legend, [id*=comment i], [class*=comment i], [class*=count], "
    "[id*=count], "
    "[class*=kommentar i], [id*=kommentar i], [class*=title], [class*=head], [class*=replies], "
    "[class*=response], strong, b, [itemprop=commentCount], [itemprop=interactionCount], "
    "a[href*='#comment']"
)
_ABOVE, _BELOW = 2500, 400


def stated(words: str) -> int | None:
    """The number, where the whole words are such a statement: `23 Comments`, `Kommentare (23)`."""
    hit = _STATEMENT.fullmatch(words) if len(words) <= _LONGEST else None
    if not hit:
        return None
    if hit["word"]:
        return 0 if _NONE.match(hit["word"]) else 1
    return int(re.sub(r"\D", "", hit["before"] or hit["behind"]))


def find(page: Page, near: Range, drafts: list[Draft]) -> tuple[int, Range] | None:
    """The statement nearest above the comments, or among them; one that is right goes before."""
    nodes = [(place, node) for node in page.all(_LIKELY) if (place := page.range(node))]
    inside = owners([draft.whole for draft in drafts], [place for place, _ in nodes])
    heard = [
        (number, place)
        for (place, _), owner in zip(nodes, inside, strict=True)
        if owner is None and place[1] - place[0] <= _LONGEST
        if near[0] - _ABOVE <= place[0] and place[1] <= near[1] + _BELOW
        if (number := stated(page.text[slice(*place)])) is not None
    ]
    return min(heard, key=lambda each: _unlikely(each, near, len(drafts)), default=None)


def _unlikely(each: tuple[int, Range], near: Range, found: int) -> tuple[bool, bool, int, int]:
    number, (start, end) = each
    return number != found, end > near[0], abs(near[0] - start), end - start
