"""What waits for review in a document: the marks, the one in hand, and how far the work is.

The number of queries is the same however many marks there are.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from annotations.models import (
    EvidenceState,
    Placing,
    PlacingState,
)
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.review.counting import standing, unplaced
from annotations.workbench.review.sides import Place, Range, Sides, sides
from archive.models import Rendition, Section, SectionKind, User

# So many marks are listed around the one in hand.
LISTED = 60
SHOWN = 140
# Bounds of likeness at which all changed marks above can be accepted at once.
BOUNDS = (0.98, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)


@dataclass
class Item:
    """A mark that waits: where it stood, and where it may stand."""

    placing: Any
    number: int
    old: Place
    new: Place | None

    @property
    def is_covered(self) -> bool:
        return self.old.is_covered or bool(self.new and self.new.is_covered)

    @property
    def words(self) -> str:
        words = self.old.words
        return words if len(words) <= SHOWN else f"{words[: SHOWN - 45]} … {words[-40:]}"

    @property
    def exact(self) -> str:
        """The words whole, to be looked for; none where they are covered."""
        return "" if self.old.is_covered else self.old.words

    @cached_property
    def sides(self) -> Sides:
        return sides(self.old, self.new)

    @property
    def percent(self) -> int:
        return round(100 * self.placing.score)


@dataclass
class Board:
    """`chosen` is the name of the mark in hand; another, or none, is the first that waits."""

    sheet: Sheet
    user: User
    chosen: str = ""

    @cached_property
    def waiting(self) -> list[Placing]:
        rows = Placing.objects.waiting(self.sheet.rendition)
        return list(rows.select_related("annotation__claim"))

    @cached_property
    def at(self) -> int:
        names = (number for number, row in enumerate(self.waiting) if row.uid == self.chosen)
        return next(names, 0)

    @cached_property
    def current(self) -> Item | None:
        return self.item(self.at) if self.waiting else None

    @property
    def previous(self) -> Placing | None:
        return self.waiting[self.at - 1] if self.at else None

    @property
    def following(self) -> Placing | None:
        return self.waiting[self.at + 1] if self.at + 1 < len(self.waiting) else None

    @cached_property
    def items(self) -> list[Item]:
        first = max(0, min(self.at - LISTED // 2, len(self.waiting) - LISTED))
        return [self.item(at) for at in range(first, min(first + LISTED, len(self.waiting)))]

    def item(self, at: int) -> Item:
        row, newest = self.waiting[at], self.sheet.rendition
        mark, earlier = row.annotation, self.earlier[row.annotation.rendition_id]
        old = Place(earlier.text, mark.start, mark.end, self.covered.get(earlier.pk, ()))
        if row.start is None or row.end is None:
            return Item(row, at + 1, old, None)
        covered = self.covered.get(newest.pk, ())
        return Item(row, at + 1, old, Place(newest.text, row.start, row.end, covered))

    @cached_property
    def earlier(self) -> dict[int, Rendition]:
        return Rendition.objects.in_bulk({row.annotation.rendition_id for row in self.waiting})

    @property
    def earlier_text(self) -> Rendition:
        """The text that the mark in hand stands on."""
        return self.earlier[self.waiting[self.at].annotation.rendition_id]

    @cached_property
    def covered(self) -> dict[int, tuple[Range, ...]]:
        """Readers' comments of each text."""
        texts = [*self.earlier, self.sheet.rendition.pk]
        rows = Section.objects.filter(rendition__in=texts, kind=SectionKind.COMMENTS)
        found: dict[int, tuple[Range, ...]] = {}
        for key, start, end in rows.values_list("rendition", "start", "end"):
            found[key] = (*found.get(key, ()), (start, end))
        return found

    @cached_property
    def unplaced(self) -> int:
        return unplaced(self.sheet.rendition)

    @cached_property
    def decided(self) -> int:
        return standing(self.sheet.rendition).count()

    @cached_property
    def mine(self) -> int:
        """How many marks undoing would take back: those of this person's last act."""
        rows = standing(self.sheet.rendition).filter(decided_by=self.user)
        last = rows.order_by("-decided_at", "-pk").first()
        return rows.filter(decided_at=last.decided_at).count() if last else 0

    @property
    def seen(self) -> int:
        return self.waiting[self.at].settlements.count()

    @property
    def rests(self) -> bool:
        """Whether evidence rests on the mark in hand, which then cannot be deleted."""
        evidence = self.waiting[self.at].annotation.evidence_for
        return evidence.filter(state=EvidenceState.ACTIVE).exists()

    @cached_property
    def bounds(self) -> list[tuple[float, int, int]]:
        """Each bound with its per cent, and how many changed marks are at least so much alike."""
        scores = [row.score for row in self.waiting if row.state == PlacingState.CHANGED]
        counts = {bound: sum(score >= bound for score in scores) for bound in BOUNDS}
        new = {count: bound for bound, count in reversed(counts.items()) if count}
        return [(bound, round(100 * bound), count) for count, bound in sorted(new.items())]
