"""A mark as the list beside the text shows it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from annotations.models import AnnotationState, Assessment, Evidence, Relation

SHOWN = 180
TALLY = {
    Relation.SUPPORTS: ("supports", "support"),
    Relation.REFUTES: ("refutes", "refute"),
    Relation.QUALIFIES: ("qualifies", "qualify"),
}


@dataclass
class Card:
    """`row` comes with what `Sheet.with_all` loads; the words of covered ranges are not shown.

    `leaf` is the id in the page of the passage where it begins.
    """

    row: Any
    text: str
    leaf: str
    is_covered: bool

    @property
    def words(self) -> str:
        """The words themselves, or as many as say which they are."""
        words = self.text[self.row.start : self.row.end]
        if len(words) <= SHOWN:
            return words
        return f"{words[: SHOWN - 60].rstrip()} … {words[-55:].lstrip()}"

    @property
    def is_deleted(self) -> bool:
        return bool(self.row.state == AnnotationState.DELETED)

    @property
    def assessment(self) -> Assessment | None:
        """What the claim was last judged to be worth."""
        return next(iter(self.row.claim.judged), None) if self.row.claim else None

    @property
    def evidence(self) -> list[Evidence]:
        """What these words are evidence of."""
        return list(self.row.tied)

    @property
    def tally(self) -> list[str]:
        """How much evidence bears on the claim, in words: “2 support”."""
        if not self.row.claim:
            return []
        counts = Counter(each.relation for each in self.row.claim.weighing)
        return [
            f"{counts[relation]} {one if counts[relation] == 1 else many}"
            for relation, (one, many) in TALLY.items()
            if counts[relation]
        ]
