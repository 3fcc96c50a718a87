"""What the annotating page shows of a document: its newest text, its marks, what is tied to them.

The number of queries is the same however many marks there are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString

from annotations.models import (
    Annotation,
    AnnotationState,
    Assessment,
    Evidence,
    EvidenceState,
)
from annotations.workbench.annotate import runs
from annotations.workbench.annotate.card import Card
from annotations.workbench.annotate.passages import Passage, passages
from annotations.workbench.review.counting import to_review
from archive.models import Document, Rendition


@dataclass
class Sheet:
    """A document's newest rendition, as an editor works on it."""

    document: Document
    rendition: Rendition

    @classmethod
    def of(cls, slug: str) -> "Sheet":
        """The document at this address; 404 where there is none, or no text of it."""
        document = get_object_or_404(Document.objects.select_related("source"), slug=slug)
        rendition = (
            Rendition.objects.filter(capture__document=document)
            .select_related("capture__document")
            .order_by("-number")
            .first()
        )
        if rendition is None:
            raise Http404("This document has no text yet.")
        return cls(document, rendition)

    @cached_property
    def passages(self) -> list[Passage]:
        return passages(self.rendition.text, self.rendition.sections.order_by("position"))

    @cached_property
    def leaves(self) -> list[Passage]:
        return [leaf for passage in self.passages for leaf in passage.leaves()]

    @cached_property
    def _starts(self) -> list[int]:
        return [leaf.start for leaf in self.leaves]

    def written(self) -> list[Passage]:
        """The passages, every leaf with its words and their marks."""
        html = dict(self._html(self.leaves))
        for leaf in self.leaves:
            leaf.html = html[leaf.name]
        return self.passages

    def html_near(self, ranges: list[tuple[int, int]]) -> dict[str, SafeString]:
        """The words of the leaves that ranges touch; a point touches the leaf before it too."""
        starts = self._starts
        near = [
            leaf
            for start, end in ranges
            for leaf in self.leaves[
                max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end + 1)
            ]
        ]
        return dict(self._html(near))

    def _html(self, wanted: list[Passage]) -> Iterator[tuple[str, SafeString]]:
        names = {leaf.name for leaf in wanted}
        rows = Annotation.objects.active().filter(rendition=self.rendition)
        spans = (runs.Span(*row) for row in rows.values_list("start", "end", "uid", "kind"))
        for leaf, over in runs.laid_out(self.leaves, spans):
            if leaf.name in names:
                words = runs.html(self.rendition.text, leaf, over, self._signs(leaf))
                yield leaf.name, words

    def _signs(self, leaf: Passage) -> list[runs.Style]:
        """Reference marks and the like, as ingest recognised them."""
        styles = self._all_signs
        first = bisect_left(styles, (leaf.start,))
        return list(styles[first : bisect_left(styles, (leaf.end,))])

    @cached_property
    def _all_signs(self) -> list[runs.Style]:
        return sorted(
            runs.Style(mark["start"], mark["end"], mark["kind"]) for mark in self.rendition.marks
        )

    @cached_property
    def covered(self) -> list[tuple[int, int]]:
        """Ranges whose words are shown only to who asks: readers' comments."""
        return [(each.start, each.end) for each in self.passages if each.kind == "comments"]

    def cards(self, rows: QuerySet[Annotation] | None = None) -> list[Card]:
        """The marks in the order of the text, deleted ones among them, as the list shows them."""
        rows = Annotation.objects.filter(rendition=self.rendition) if rows is None else rows
        return [self.card(row) for row in self.with_all(rows).order_by("start", "end", "pk")]

    def card(self, row: Annotation) -> Card:
        return Card(
            row, self.rendition.text, self.leaf_at(row.start), self.is_covered(row.start, row.end)
        )

    def leaf_at(self, place: int) -> str:
        """The id of the leaf that a place is in, or that stands last before it."""
        number = bisect_right(self._starts, place) - 1
        return self.leaves[max(0, number)].name if self.leaves else ""

    def is_covered(self, start: int, end: int) -> bool:
        return any(low < end and start < high for low, high in self.covered)

    @cached_property
    def to_review(self) -> int:
        """How many marks of earlier texts do not stand in this one yet."""
        return to_review(self.rendition)

    @staticmethod
    def with_all(rows: QuerySet[Annotation]) -> QuerySet[Annotation]:
        """With everything that a card shows, in a fixed number of queries."""
        active = Evidence.objects.filter(state=EvidenceState.ACTIVE)
        return rows.select_related("claim", "created_by").prefetch_related(
            Prefetch("evidence_for", active.select_related("claim"), to_attr="tied"),
            Prefetch("claim__evidence", active, to_attr="weighing"),
            Prefetch("claim__assessments", Assessment.objects.current(), to_attr="judged"),
        )

    @cached_property
    def deleted(self) -> list[Card]:
        return [card for card in self.all_cards if card.row.state == AnnotationState.DELETED]

    @cached_property
    def standing(self) -> list[Card]:
        return [card for card in self.all_cards if card.row.state != AnnotationState.DELETED]

    @cached_property
    def all_cards(self) -> list[Card]:
        return self.cards()
