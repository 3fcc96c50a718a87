"""A document's comment section with its cases, read in as few queries for many as for one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from annotations.composing.passages import flat, passages
from annotations.models import Case, Part
from annotations.moderation.words import handle_span
from annotations.workbench.moderation.cards import Card
from archive.models import Comment, Document, Rendition, SectionKind, User

DEEPEST = 8
HEADINGS = (SectionKind.TITLE, SectionKind.HEADING)


@dataclass
class Seat:
    """A comment in its thread. A handle is judged where it stands first (`handle_at`)."""

    comment: Comment
    parent: int | None
    posted: str
    depth: int
    body: Card | None
    handle: Card | None
    handle_at: int | None


def card_of(case: Case, user: User) -> Card:
    """One case as it stands now, alone."""
    fresh = with_history(Case.objects.filter(pk=case.pk)).select_related("comment__rendition").get()
    return Card(fresh, user, fresh.comment.rendition.text)


def with_history(rows: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with all that a card shows."""
    return rows.select_related("comment", "document").prefetch_related(
        "decisions__rule",
        "decisions__decided_by",
        "decisions__redactions",
        "decisions__undoes",
        "flags__created_by",
    )


class Thread:
    """The newest rendition's comments in order, each with the cards of its cases."""

    def __init__(self, document: Document, user: User) -> None:
        self.rendition: Rendition | None = Rendition.objects.of(document).first()
        self.cards: dict[tuple[int, str], Card] = {}
        self.seats: list[Seat] = []
        if self.rendition:
            self.read(self.rendition, user)

    def read(self, rendition: Rendition, user: User) -> None:
        rows = Case.objects.filter(comment__rendition=rendition)
        for case in with_history(rows):
            case.comment.rendition = rendition
            self.cards[case.comment_id, case.part] = Card(case, user, rendition.text)
        first: dict[str, int] = {}
        for comment in rendition.comments.select_related("parent").order_by("number"):
            place = handle_span(comment)
            handle = rendition.text[slice(*place)] if place else ""
            at = first.setdefault(handle, comment.number) if handle else None
            self.seats.append(self.seat(comment, rendition.text, at))

    def seat(self, comment: Comment, text: str, handle_at: int | None) -> Seat:
        posted = "" if comment.posted_start is None else text[
            comment.posted_start : comment.posted_end
        ]  # fmt: skip
        return Seat(
            comment=comment,
            parent=comment.parent.number if comment.parent else None,
            posted=posted,
            depth=min(comment.depth, DEEPEST),
            body=self.cards.get((comment.pk, Part.BODY)),
            handle=self.cards.get((comment.pk, Part.HANDLE)),
            handle_at=handle_at,
        )

    def find(self, uid: str) -> Card | None:
        return next((card for card in self.cards.values() if card.case.uid == uid), None)

    def ordered(self) -> list[Card]:
        """The cards as they follow one another on the page."""
        both = [card for seat in self.seats for card in (seat.handle, seat.body)]
        return [card for card in both if card]

    def article(self) -> list[dict[str, Any]]:
        """The document's own words, passage by passage, for the drawer."""
        if self.rendition is None:
            return []
        return [
            {
                "words": self.rendition.text[leaf.start : leaf.end],
                "heading": leaf.kind in HEADINGS,
            }
            for leaf in flat(passages(self.rendition))
        ]
