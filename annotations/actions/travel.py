"""A decision that hides more than an open edition shows travels to that edition at once."""

from datetime import datetime

from annotations.actions.closing import close_and_replace
from annotations.composing.comments import comment_section
from annotations.composing.decisions import Verdicts
from annotations.composing.gate import refusals, withheld
from annotations.composing.notes import annotated, highlights
from annotations.composing.ranges import Range, overlaps
from annotations.composing.scope import CONTEXT
from annotations.composing.stripping import Payload, strip
from annotations.composing.words import Withheld
from annotations.models import Annotation, Case, Part
from archive.models import Comment, Edition, EditionKind, Rendition, User
from archive.payloads import Place

REASON = "A moderation decision withholds more than the last edition showed."


def after_decision(*, case: Case, by: User, at: datetime) -> list[Edition]:
    """Close, or replace without them, the open editions that show what the case now removes.

    Call it in the decision's transaction. What a decision shows again waits for a publisher.
    """
    rendition = case.comment.rendition
    verdicts = Verdicts(rendition)
    gone = [span for row in concerned(case, verdicts) for span in verdicts.removed_from(row)]
    removed = {rendition.pk: gone}
    words = Withheld(rendition.text[slice(*span)] for span in gone)

    def remake(edition: Edition) -> Payload | None:
        if edition.kind == EditionKind.DOCUMENT and edition.subject_uid == case.document.uid:
            return rehidden(edition, rendition, case)
        return strip(edition.content, lambda place: shows(place, case, gone), words)

    return close_and_replace(removed, remake, by=by, reason=REASON, at=at) if gone else []


def concerned(case: Case, verdicts: Verdicts) -> list[Comment]:
    """The comment, or all comments under the same handle."""
    if case.part == Part.BODY:
        return [row for row in verdicts.comments if row.pk == case.comment_id]
    words = verdicts.handle_words(case.comment)
    return [
        row
        for row in verdicts.comments
        if row.author_start is not None and verdicts.handle_words(row) == words
    ]


def shows(place: Place, case: Case, gone: list[Range]) -> bool:
    """Whether a quotation, its context included, may hold words that are gone."""
    if place["document"] != case.document.slug:
        return False
    mark = Annotation.objects.filter(uid=place["note_id"]).values_list("start", "end").get()
    wide = (max(0, mark[0] - CONTEXT), mark[1] + CONTEXT)
    return any(overlaps(wide, span) for span in gone)


def rehidden(edition: Edition, rendition: Rendition, case: Case) -> Payload | None:
    """The edition's payload with this one case as decided now; None where the gate refuses it."""
    payload = edition.content
    verdicts = Verdicts(rendition, as_of=edition.published_at, but=case)
    known = {note["id"] for note in payload["notes"]}
    marks = highlights([row for row in annotated(rendition) if row.uid in known])
    payload["comments"] = comment_section(case.document, rendition, verdicts, marks)
    return None if refusals(payload, withheld(rendition, verdicts)) else payload
