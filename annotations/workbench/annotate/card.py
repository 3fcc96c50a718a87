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
    """`row` comes with what `marked.furnished` loads; the words of covered ranges are not shown.

    `leaf` is the id in the page of the passage where it begins, `page` the page's address.
    """

    row: Any
    text: str
    leaf: str
    is_covered: bool
    page: str

    @property
    def address(self) -> str:
        return f"{self.page}marks/{self.row.uid}/"

    @property
    def time(self) -> str:
        return str(self.row.created_at.isoformat(timespec="seconds"))

    @property
    def day(self) -> str:
        return f"{self.row.created_at.day} {self.row.created_at:%B %Y}"

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
    def is_tied(self) -> bool:
        """Whether a claim or evidence hangs on it."""
        return bool(self.row.claim_id or self.evidence)

    @property
    def evidence(self) -> list[Evidence]:
        """What these words are evidence of."""
        return list(getattr(self.row, "tied", ()))

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
