"""Whether a moderator's sentence repeats the words that are judged."""

from collections.abc import Iterable

from annotations.composing.ranges import Range
from annotations.composing.words import Withheld, runs
from annotations.models import Case, CaseState, Outcome, Part
from annotations.moderation.words import handle_span, span
from archive.digests import sha256

QUOTES = "This repeats the words that are judged: say what they do without quoting them."
NAMES = "This names the commenter’s handle, which is not kept: say it without the handle."


def repeats(case: Case, sentences: Iterable[str], removed: Iterable[Range] = ()) -> str:
    """Empty, or the refusal of sentences that repeat the case's words; it does not repeat them.

    Four of a comment's words in a row are too many whatever the outcome, since a later decision
    may withhold them; removed words are not named at all, nor is a handle that is not kept.
    """
    said = list(sentences)
    text, place = case.comment.rendition.text, handle_span(case.comment)
    handle = Withheld([text[slice(*place)]] if place else [])
    if any(map(handle.holds, said)) and not handle_is_kept(case):
        return NAMES
    body = runs(text[slice(*span(case))]) if case.part == Part.BODY else set()
    gone = Withheld(text[slice(*one)] for one in removed)
    quoted = any(body & runs(sentence) or gone.holds(sentence) for sentence in said)
    return QUOTES if quoted else ""


def handle_is_kept(case: Case) -> bool:
    """Whether the comment is judged and its handle was decided to be kept."""
    place = handle_span(case.comment)
    if case.part == Part.HANDLE or place is None:
        return False
    return Case.objects.filter(
        comment__rendition_id=case.comment.rendition_id,
        part=Part.HANDLE,
        words_sha256=sha256(case.comment.rendition.text[slice(*place)]),
        state=CaseState.DECIDED,
        outcome=Outcome.KEEP,
    ).exists()
