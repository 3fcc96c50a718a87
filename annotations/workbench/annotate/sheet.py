"""What the annotating page shows of a document: its newest text, its marks, what is tied to them.

The number of queries is the same however many marks there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from annotations.models import Annotation, Claim
from annotations.workbench.annotate import marked, opened, runs
from annotations.workbench.annotate.card import Card
from annotations.workbench.annotate.layout import Layout, shelf
from annotations.workbench.annotate.window import Window
from annotations.workbench.annotate.written import written
from annotations.workbench.review.counting import to_review
from archive.models import Document, Rendition


@dataclass
class Sheet:
    """A document's newest rendition, as an editor works on it."""

    document: Document
    rendition: Rendition
    layout: Layout

    @classmethod
    def of(cls, slug: str) -> "Sheet":
        """The document at this address; 404 where there is none, or no text of it."""
        rendition = opened.newest_text(slug)
        layout = shelf.of(rendition)
        rendition.text = layout.text
        return cls(rendition.capture.document, rendition, layout)

    @cached_property
    def address(self) -> str:
        return reverse("annotate:page", args=[self.document.slug])

    @cached_property
    def window(self) -> Window:
        """The list as the page shows it first."""
        return self.listed(1)

    @cached_property
    def _all(self) -> list[Card] | None:
        """All marks, deleted ones among them, where they are not many."""
        found = marked.rows(marked.ALL(self.rendition.pk))
        return self.cards(found) if len(found) <= marked.WHOLE else None

    @property
    def deleted(self) -> list[Card]:
        """Deleted marks; of very many the first."""
        if self._all is None:
            return self.cards(marked.rows(marked.GONE(self.rendition.pk)))
        return [card for card in self._all if card.is_deleted]

    def listed(self, first: int) -> Window:
        """The list from the mark of this number on, or all of it where that is not much."""
        if self._all is not None:
            standing = [card for card in self._all if not card.is_deleted]
            return Window(standing, 1, len(standing), is_whole=True)
        total = marked.number(marked.TOTAL(self.rendition.pk))
        first = max(1, min(first, total))
        return Window(self.cards(marked.at(self.rendition.pk, first)), first, total)

    def listed_from(self, place: int) -> Window:
        """The list from the first mark that begins at this place or later."""
        key = self.rendition.pk
        before, total = marked.number(marked.BEFORE(key, place)), marked.number(marked.TOTAL(key))
        if before == total:
            return self.listed(total - marked.SHOWN + 1)
        return Window(self.cards(marked.rows(marked.FROM(key, place))), before + 1, total)

    def written(self) -> SafeString:
        """The text: with its marks where the list names them, without them elsewhere."""
        return written(self.layout, self.html(self._marked()))

    def _marked(self) -> slice:
        """The leaves from the first to the last mark of the list."""
        window = self.window
        if window.is_whole or not window.cards:
            return slice(0, len(self.layout.leaves))
        return self.layout.near(window.cards[0].row.start, window.cards[-1].row.start)

    def html(self, leaves: slice) -> dict[str, SafeString]:
        """The words of leaves with their marks, by the ids of the leaves."""
        start, end = self.layout.bounds(leaves)
        spans = [runs.Span(*row) for row in marked.SPANS(self.rendition.pk, start, end)]
        return {
            leaf.name: runs.html(self.layout.text, leaf, over, self.layout.signs_of(leaf))
            for leaf, over in runs.laid_out(self.layout.leaves[leaves], spans)
        }

    def html_near(self, ranges: list[tuple[int, int]]) -> dict[str, SafeString]:
        """The words of the leaves that ranges touch; a point touches the leaf before it too."""
        found: dict[str, SafeString] = {}
        for start, end in ranges:
            found |= self.html(self.layout.near(start, end))
        return found

    def cards(self, rows: Iterable[Annotation]) -> list[Card]:
        """The marks as the list shows them, in the order of the text."""
        found = marked.furnished(rows)
        return [self.card(row) for row in sorted(found, key=lambda row: (row.start, row.end))]

    def card(self, row: Annotation) -> Card:
        leaf = self.layout.leaf_at(row.start)
        return Card(row, self.layout.text, leaf, self.is_covered(row.start, row.end), self.address)

    def is_covered(self, start: int, end: int) -> bool:
        return self.layout.is_covered(start, end)

    @cached_property
    def to_review(self) -> int:
        """How many marks of earlier texts do not stand in this one yet."""
        return to_review(self.rendition)

    def marks(self) -> QuerySet[Annotation]:
        """The marks of this text, deleted ones among them, with who made them."""
        rows = Annotation.objects.filter(rendition=self.rendition)
        return rows.select_related("created_by", "claim")

    def marks_of(self, claim: Claim) -> QuerySet[Annotation]:
        """The marks that this claim is tied to, and those that are evidence for it."""
        tied = Q(claim=claim) | Q(evidence_for__claim=claim)
        return self.marks().filter(tied).distinct()
