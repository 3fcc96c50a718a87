"""A decision that hides more than an open edition shows travels to that edition at once."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from annotations.actions.closing import Removed, close_and_replace, left_quotations
from annotations.composing.decisions import HIDDEN, Verdicts, judge
from annotations.composing.gate import apparatus, refusals, withheld
from annotations.composing.notes import annotated, highlights
from annotations.composing.ranges import Range, covered, merge, overlaps
from annotations.composing.rehiding import hide_bodies, hide_handle
from annotations.composing.stripping import Payload, drop_notes, strip
from annotations.composing.words import Withheld
from annotations.models import Case, Part
from archive.models import Comment, Edition, EditionKind, Rendition, Slug, User
from archive.payloads import Place

REASON = "A moderation decision withholds more than the last edition showed."


def after_decision(*, case: Case, by: User, at: datetime) -> list[Edition]:
    """Close, or replace without them, the open editions that show what the case now removes.

    Call it in the decision's transaction. The words go from the document's other renditions too.
    What a decision shows again waits for a publisher.
    """
    hiding = Hiding(case)
    if not hiding.removed:
        return []
    return close_and_replace(hiding.removed, hiding.remade, by=by, reason=REASON, at=at)


class Hiding:
    """What one case removes, wherever in the document's renditions it stands."""

    def __init__(self, case: Case) -> None:
        self.case, self.judged = case, judge(case)
        self.rendition = case.comment.rendition
        self.comments: dict[int, list[Comment]] = {}
        self.removed: Removed = {}
        for comment in same_words(case):
            if spans := merge(self.spans(comment)):
                self.comments.setdefault(comment.rendition_id, []).append(comment)
                self.removed.setdefault(comment.rendition_id, []).extend(spans)
        self.slugs = set(
            Slug.objects.filter(subject_uid=case.document.uid).values_list("value", flat=True)
        )

    def spans(self, comment: Comment) -> Iterator[Range]:
        """What the judgement removes of a comment with the same words."""
        if self.case.part == Part.HANDLE:
            if self.judged.status != "shown":
                yield comment.author_start or 0, comment.author_end or 0
        elif self.judged.status in HIDDEN:
            yield comment.start, comment.end
        else:
            by = comment.start - self.case.comment.start
            yield from ((start + by, end + by) for start, end in self.judged.redactions)

    @cached_property
    def words(self) -> Withheld:
        gone = self.removed[self.rendition.pk]
        return withheld(self.rendition, Verdicts(self.rendition), only=gone)

    def remade(self, edition: Edition) -> Payload | None:
        """The edition's payload without the words; None where they would stand there still."""
        payload, words = edition.content, self.words
        is_own = edition.kind == EditionKind.DOCUMENT and (
            edition.subject_uid == self.case.document.uid
        )
        if is_own:
            self.hide(payload, edition)
        left = strip(payload, self.holds, words)
        if left is None or refusals(left if is_own else apparatus(left), words):
            return None
        return left

    def hide(self, payload: Payload, edition: Edition) -> None:
        """Take the words from the comment section, and the notes that are on nothing else."""
        visible = left_quotations(edition, self.removed)
        shown = {key for key, *_ in visible} & set(self.comments)
        for rendition in Rendition.objects.filter(pk__in=shown):
            gone, comments = self.removed[rendition.pk], self.comments[rendition.pk]
            known = {note["id"] for note in payload["notes"]}
            marks = [row for row in annotated(rendition) if row.uid in known]
            drop_notes(payload, {row.uid for row in marks if covered((row.start, row.end), gone)})
            if self.case.part == Part.HANDLE:
                hide_handle(payload["comments"], comments, self.judged)
            else:
                ranges = [(start, end) for key, start, end in visible if key == rendition.pk]
                hide_bodies(
                    payload["comments"],
                    rendition,
                    comments,
                    self.judged,
                    ranges,
                    highlights(marks),
                )

    @cached_property
    def texts(self) -> dict[int, str]:
        return dict(Rendition.objects.filter(pk__in=self.removed).values_list("pk", "text"))

    def holds(self, place: Place) -> bool:
        """Whether a quotation, its context included, has words that are gone."""
        if place["document"] not in self.slugs:
            return False
        words = place["before"] + place["exact"] + place["after"]
        return any(
            overlaps(found, span)
            for rendition, text in self.texts.items()
            for found in occurrences(text, words)
            for span in self.removed[rendition]
        )


def same_words(case: Case) -> Iterator[Comment]:
    """The comment, those with the same words in other renditions, all under the same handle."""
    cases = Case.objects.filter(
        document=case.document, part=case.part, words_sha256=case.words_sha256
    ).exclude(comment__rendition=case.comment.rendition_id)
    for row in [case, *cases.select_related("comment__rendition")]:
        if row.part == Part.BODY:
            yield row.comment
        else:
            yield from of_the_same_hand(row.comment)


def of_the_same_hand(comment: Comment) -> Iterator[Comment]:
    text = comment.rendition.text
    words = text[comment.author_start : comment.author_end]
    for row in comment.rendition.comments.exclude(author_start=None).order_by("number"):
        if text[row.author_start : row.author_end] == words:
            yield row


def occurrences(text: str, words: str) -> Iterator[Range]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)
