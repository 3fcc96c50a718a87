"""The document at an address with its newest text, and those before and after it in the archive."""

from itertools import islice
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.urls import reverse

from archive.models import Capture, Document, Rendition, Source
from archive.prepared import Columns, Prepared

RENDITION = Columns(
    Rendition, "id", "uid", "number", "length", "format", "completeness", "capture_id"
)
CAPTURE = Columns(Capture, "id", "document_id", path="capture__")
DOCUMENT = Columns(
    Document,
    *("id", "uid", "slug", "title", "authors", "language", "source_id", "version"),
    path="capture__document__",
)
SOURCE = Columns(Source, "id", "name", path="capture__document__source__")
PATHS = [*RENDITION.paths, *CAPTURE.paths, *DOCUMENT.paths, *SOURCE.paths]

NEWEST = Prepared(
    lambda slug: (
        Rendition.objects.filter(capture__document__slug=slug)
        .order_by("-number")
        .values_list(*PATHS)[:1]
    ),
    str,
)


def address(slug: str) -> str:
    return reverse("annotate:page", args=[slug])


class Neighbour(NamedTuple):
    slug: str
    title: str

    @property
    def address(self) -> str:
        return address(self.slug)


def with_text() -> QuerySet[Document]:
    """Documents that the archive holds and that there is something to read of."""
    texts = Rendition.objects.filter(capture__document=OuterRef("pk"))
    return Document.objects.held().filter(Exists(texts))


AFTER = Prepared(
    lambda slug: (
        with_text().filter(slug__gt=slug).order_by("slug").values_list("slug", "title")[:1]
    ),
    str,
)
BEFORE = Prepared(
    lambda slug: (
        with_text().filter(slug__lt=slug).order_by("-slug").values_list("slug", "title")[:1]
    ),
    str,
)


def newest_text(slug: str) -> Rendition:
    """With the capture, the document and its source; 404 where there is none of them."""
    found = NEWEST(slug)
    if not found:
        raise Http404("There is no document here, or no text of it yet.")
    values = iter(found[0])
    rendition = RENDITION.row(islice(values, len(RENDITION.names)))
    rendition.capture = CAPTURE.row(islice(values, len(CAPTURE.names)))
    rendition.capture.document = document = DOCUMENT.row(islice(values, len(DOCUMENT.names)))
    document.source = SOURCE.row(values) if document.source_id else None
    return rendition


def neighbours(slug: str) -> tuple[Neighbour | None, Neighbour | None]:
    """The documents before and after this one, by their addresses."""
    before, after = BEFORE(slug), AFTER(slug)
    return (
        Neighbour(*before[0]) if before else None,
        Neighbour(*after[0]) if after else None,
    )
