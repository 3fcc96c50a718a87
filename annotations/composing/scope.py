"""Which words of which documents an edition may quote: those that an edition shows.

That is what open editions show, and what the documents published in the same act will show.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotations.composing.passages import Passage, flat, number_at, passages
from annotations.composing.ranges import Range, holding, merge, subtract
from annotations.composing.sources import current
from annotations.models import Annotation
from archive.models import Document, Edition, EditionKind, Quotation, Rendition
from archive.payloads import Place

CONTEXT = 90


@dataclass
class Shown:
    """A document's rendition as one of its editions shows it."""

    document: Document
    rendition: Rendition
    edition: int
    ranges: list[Range]
    reliability: str = "F"
    leaves: list[Passage] = field(default_factory=list)


class Scope:
    """The renditions that may be quoted, by primary key."""

    def __init__(self, shown: Iterable[Shown]) -> None:
        self.shown = {item.rendition.pk: item for item in shown}

    def place(self, annotation: Annotation) -> tuple[Place, tuple[int, int, int]] | None:
        """The annotated words in their context, and the words so quoted; None if not shown."""
        item = self.shown.get(annotation.rendition_id)
        span = (annotation.start, annotation.end)
        held = holding(span, item.ranges) if item else None
        if item is None or held is None:
            return None
        text = item.rendition.text
        start, end = context(text, span, held)
        place = Place(
            document=item.document.slug,
            title=item.document.title,
            edition=item.edition,
            passage=number_at(item.leaves, annotation.start),
            note_id=annotation.uid,
            source=item.document.source.name if item.document.source else "",
            reliability=item.reliability,
            before=text[start : annotation.start],
            exact=text[slice(*span)],
            after=text[annotation.end : end],
        )
        return place, (item.rendition.pk, start, end)


def context(text: str, span: Range, held: Range) -> Range:
    """The span widened by some words on its line, within the range that is shown."""
    low = max(text.rfind("\n", 0, span[0]) + 1, span[0] - CONTEXT)
    line_end = text.find("\n", span[1])
    high = min(len(text) if line_end < 0 else line_end, span[1] + CONTEXT)
    wide = (max(low, held[0]), min(high, held[1]))
    return whole_words(text, wide, span)


def whole_words(text: str, wide: Range, span: Range) -> Range:
    """`wide` without the halves of words at its ends."""
    low, high = wide
    while low < span[0] and low > 0 and not text[low - 1].isspace():
        low += 1
    while high > span[1] and high < len(text) and not text[high].isspace():
        high -= 1
    return low, high


def being_published(
    document: Document, rendition: Rendition, number: int, removed: list[Range]
) -> Shown:
    """What the edition that is being composed will show: all but the comments' removed words."""
    tree = passages(rendition)
    comments = rendition.comments.values_list("start", "end", "author_start", "author_end")
    ranges = [(leaf.start, leaf.end) for leaf in flat(tree)]
    for start, end, author_start, author_end in comments:
        ranges.append((start, end))
        if author_start is not None and author_end is not None:
            ranges.append((author_start, author_end))
    return Shown(
        document, rendition, number, subtract(ranges, removed), rated(document), flat(tree)
    )


def open_elsewhere(renditions: Iterable[int]) -> list[Shown]:
    """What the newest open editions of documents show of these renditions."""
    found = []
    rows = Rendition.objects.filter(pk__in=set(renditions))
    for rendition in rows.select_related("capture__document__source"):
        document = rendition.capture.document
        edition = (
            Edition.objects.open()
            .filter(kind=EditionKind.DOCUMENT, subject_uid=document.uid)
            .order_by("-number")
            .first()
        )
        ranges = merge(
            Quotation.objects.filter(edition=edition, rendition=rendition).values_list(
                "start", "end"
            )
        )
        if edition and ranges:
            leaves = flat(passages(rendition))
            found.append(
                Shown(document, rendition, edition.number, ranges, rated(document), leaves)
            )
    return found


def rated(document: Document) -> str:
    rating = document.source and current(document.source)
    return rating.value if rating else "F"
