"""The one gate of every export: which rows an audience is given, of which documents."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import QuerySet

from annotations.interchange import public, selection
from annotations.interchange.rows import Row, exported, read
from archive.models import Blob, Document, Rendition

AUDIENCES = ("public", "full")


class Records(NamedTuple):
    """Rows in an order that can be loaded; blobs and renditions whose contents go with them."""

    rows: Iterator[Row]
    blobs: QuerySet[Blob]
    renditions: QuerySet[Rendition]
    left_out: dict[str, int]


def records(audience: str, documents: list[Document] | None = None) -> Records:
    """What `audience` is given: of all documents, or of these. Public: no original, no text."""
    if audience == "public":
        rows = public.rows(documents)
        return Records(rows, Blob.objects.none(), Rendition.objects.none(), {})
    chosen = selection.everything() if documents is None else selection.of_documents(documents)
    rows = (row for model in exported() for row in read(chosen.rows[model]))
    return Records(rows, chosen.rows[Blob], chosen.rows[Rendition], chosen.left_out)
