"""Documents that may be other copies of a text: for a person to decide."""

from collections import Counter
from typing import NamedTuple

from django.db.models import QuerySet

from archive.likeness import likeness, probes
from archive.models import Document, Rendition
from archive.searching.port import match

# A probe that is found oftener is a common phrase, and says nothing.
COMMON = 20
MOST = 8
ENOUGH = 0.2


class LookAlike(NamedTuple):
    """`likeness`: how much of the shorter text stands in the longer, from 0 to 1."""

    document: Document
    likeness: float

    @property
    def percent(self) -> int:
        return round(100 * self.likeness)


def look_alikes(text: str, others: QuerySet[Document]) -> list[LookAlike]:
    """The likest first. Runs of the text's words are looked up in the staff index, and the texts
    that hold most of them are held against it."""
    counts: Counter[int] = Counter()
    for probe in probes(text):
        found = list(match(others, f'"{probe}"').values_list("pk", flat=True)[: COMMON + 1])
        if len(found) <= COMMON:
            counts.update(found)
    documents = others.in_bulk([key for key, _ in counts.most_common(MOST)])
    weighed = [LookAlike(each, likeness(text, newest(each))) for each in documents.values()]
    like = [each for each in weighed if each.likeness >= ENOUGH]
    return sorted(like, key=lambda each: (-each.likeness, each.document.slug))


def newest(document: Document) -> str:
    """The words of the document's newest text."""
    return Rendition.objects.of(document).values_list("text", flat=True)[0]
