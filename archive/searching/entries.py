"""What is indexed of a document: its names, and the newest text that it has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Self

from django.db.models import OuterRef, QuerySet, Subquery

from archive.models import AccessPoint, Capture, Document, Rendition
from archive.searching.words import spaced

# Texts held in memory at a time.
FEW = 20
# Of the names alone, in code points: a list of authors may be a list of all who ever wrote.
LONGEST_NAMES = 20_000


class Entry(NamedTuple):
    """A document's primary key, the words that name it, and the words that it says."""

    document: int
    names: str
    text: str

    @classmethod
    def of(cls, document: int, named: Iterable[str], text: str) -> Self:
        return cls(document, spaced("\n".join(named)[:LONGEST_NAMES]), spaced(text))


def entries(renditions: Sequence[Rendition]) -> Iterator[Entry]:
    """One a rendition; each has its capture and document loaded."""
    documents = [rendition.capture.document for rendition in renditions]
    addresses, records = came_from(documents), under(documents)
    for rendition, document in zip(renditions, documents, strict=True):
        named = [*names(document), *addresses[document.pk], *records[document.pk]]
        yield Entry.of(document.pk, named, rendition.text)


def names(document: Document) -> Iterator[str]:
    yield from (document.title, document.slug, document.external_id)
    yield from map(str, document.authors)


def came_from(documents: Iterable[Document]) -> dict[int, list[str]]:
    """The addresses of all captures, by document."""
    found = defaultdict(list)
    rows = Capture.objects.filter(document__in=documents).exclude(url="").order_by("pk")
    for document, url in rows.values_list("document", "url"):
        found[document].append(url)
    return found


def under(documents: Iterable[Document]) -> dict[int, list[str]]:
    """All names of the authority records that documents are under, by document."""
    found = defaultdict(list)
    points = AccessPoint.objects.filter(document__in=documents).order_by("pk")
    for name in ("authority__name", "authority__names__text"):
        for document, words in points.values_list("document", name):
            found[document].append(words or "")
    return found


def newest(documents: QuerySet[Document]) -> Iterator[list[Rendition]]:
    """The newest renditions of these documents, but those taken out, some at a time."""
    own = Rendition.objects.of(OuterRef("pk"))
    keys = (
        documents.filter(deaccession=None)
        .order_by("pk")
        .values_list(Subquery(own.values("pk")[:1]), flat=True)
    )
    held = iter([key for key in keys if key])
    while some := list(islice(held, FEW)):
        rows = Rendition.objects.select_related("capture__document").filter(pk__in=some)
        yield list(rows.order_by("pk"))
