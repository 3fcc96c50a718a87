"""What a public export holds: editions, and what can be said from the open ones alone.

No column of a document or source is read here: a title is public once an open edition shows it,
and no longer when that is withdrawn. A closed edition travels as a tombstone without its words,
and so does one whose address is withheld for what it says.
"""

import json
from collections.abc import Iterator
from heapq import merge
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from annotations.interchange.described import ARCHIVE, document_row, parents_first, source_fields
from annotations.interchange.ordering import in_order
from annotations.interchange.rows import CHUNK, Row, read
from archive.models import (
    Document,
    Edition,
    EditionKind,
    Entry,
    Slug,
    SlugState,
    Withdrawal,
)

CLOSED = "withdrawn"


def rows(documents: list[Document] | None = None) -> Iterator[Row]:
    """The public rows, each after those it refers to; of some documents, with their sources."""
    shown, closed = open_editions(), closed_editions()
    if documents is not None:
        chosen = of(documents, shown)
        shown, closed = shown.filter(chosen), closed.filter(chosen)
    publishers = sources(shown)
    yield from parents_first(publishers)
    yield from (document_row(payload) for payload in contents(shown, EditionKind.DOCUMENT))
    yield from merge(
        map(edition_row, read(shown)), map(tombstone, read(closed)), key=lambda row: row.key
    )
    yield from read(Entry.objects.filter(edition__in=shown))
    editions = Q(edition__in=shown) | Q(edition__in=closed)
    yield from map(withdrawal_row, read(Withdrawal.objects.filter(editions)))


def withheld() -> Exists:
    """Whether an edition's address may not be named."""
    return Exists(
        Slug.objects.filter(kind=OuterRef("kind"), value=OuterRef("slug"), state=SlugState.WITHHELD)
    )


def open_editions() -> QuerySet[Edition]:
    return Edition.objects.open().exclude(withheld())


def closed_editions() -> QuerySet[Edition]:
    return Edition.objects.filter(withheld() | Q(withdrawal__isnull=False))


def of(documents: list[Document], shown: QuerySet[Edition]) -> Q:
    """The editions of these documents and of the publishers and platforms that these name."""
    own = Q(kind=EditionKind.DOCUMENT, subject_uid__in=[document.uid for document in documents])
    names = [part["slug"] for payload in contents(shown.filter(own)) for part in named(payload)]
    theirs = Edition.objects.filter(kind=EditionKind.SOURCE, slug__in=names).values("subject_uid")
    return own | Q(kind=EditionKind.SOURCE, subject_uid__in=theirs)


def contents(shown: QuerySet[Edition], kind: str = EditionKind.DOCUMENT) -> Iterator[Any]:
    """The payloads of the newest shown editions of a kind."""
    later = shown.filter(
        kind=OuterRef("kind"), subject_uid=OuterRef("subject_uid"), number__gt=OuterRef("number")
    )
    newest = in_order(shown.filter(kind=kind).exclude(Exists(later)))
    for payload in newest.values_list("payload", flat=True).iterator(chunk_size=CHUNK):
        yield json.loads(payload)


def named(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """The publishers and platforms that a document's payload names."""
    parts = [payload["source"], (payload["comments"] or {}).get("platform")]
    return [part for part in parts if part]


def sources(shown: QuerySet[Edition]) -> dict[str, dict[str, Any]]:
    """Fields of publishers and platforms by address: from their own editions where there are."""
    found: dict[str, dict[str, Any]] = {}
    for payload in contents(shown, EditionKind.SOURCE):
        extra = {key: payload[key] for key in ("uid", "description", "part_of")}
        found[payload["slug"]] = source_fields(payload["source"]) | extra
    for payload in contents(shown):
        for part in named(payload):
            found.setdefault(part["slug"], source_fields(part))
    return found


def edition_row(row: Row) -> Row:
    """What readers are not shown on the page stays behind: who signed in, which warnings stood."""
    return Row(Edition, row.fields | {"published_by": ARCHIVE, "accepted_warnings": []})


def tombstone(row: Row) -> Row:
    """A closed edition: that it was, when, and the digest of what it said."""
    withheld_slugs = Slug.objects.filter(state=SlugState.WITHHELD, kind=row.fields["kind"])
    hidden = withheld_slugs.filter(value=row.fields["slug"]).exists()
    words = {"payload": "", "reason": CLOSED} | ({"slug": ""} if hidden else {})
    return Row(Edition, edition_row(row).fields | words)


def withdrawal_row(row: Row) -> Row:
    return Row(Withdrawal, row.fields | {"by": ARCHIVE})
