"""Where what is offered belongs: among the bytes and documents that the archive has, or new."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Max

from archive import bulk
from archive.actions.events import Chain
from archive.errors import Refused
from archive.ingest.item import Fixity
from archive.ingest.parsed import Parsed
from archive.models import Blob, Capture, Document, Rendition, Source

MEDIA_TYPES = {
    "text": "text/plain",
    "wikitext": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jsonl": "application/json",
}


@dataclass(slots=True)
class Offer:
    """Bytes, what was recognised in them, and what is said of them.

    `description` are columns of a new document. `also` is what the caller does in the same act if
    the document is new, for its event.
    """

    data: bytes
    parsed: Parsed
    title: str
    slug: str = ""
    document: Document | None = None
    source: Source | None = None
    url: str = ""
    captured_at: datetime | None = None
    method: str = "command"
    original_name: str = ""
    external_id: str = ""
    fetched: Mapping[str, Any] | None = None
    fixity: Fixity | None = None
    description: dict[str, Any] = field(default_factory=dict)
    also: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Place:
    """A document, of the archive or just coming in; its history and its texts grow in memory."""

    pk: int
    uid: str
    slug: str
    chain: Chain
    texts: int = 0
    is_new: bool = False


class Twin(NamedTuple):
    """A capture of bytes that the archive has."""

    pk: int
    url: str
    captured_at: datetime | None
    document: int


@dataclass(slots=True)
class Arrival:
    """An offer with its digest, its blob's key, and its document; `twin` is the same capture."""

    offer: Offer
    digest: str
    blob: int
    is_known: bool
    document: int | None
    twin: int | None


def arrivals(offers: dict[str, Offer], at: datetime) -> list[Arrival]:
    """Each offer, by its digest, and what the archive has of it.

    The rows of the blobs are made and locked.
    """
    if any(not offer.data for offer in offers.values()):
        raise Refused("The file is empty: there is nothing to keep.")
    blobs = locked_blobs(offers, at)
    known = captures(blobs.values())
    return [
        arrival(offer, digest, blobs[digest], known[blobs[digest]])
        for digest, offer in offers.items()
    ]


def locked_blobs(offers: dict[str, Offer], at: datetime) -> dict[str, int]:
    """The keys of the blobs, made where they are new, locked so that two with one take turns."""
    names = ("sha256", "size", "media_type")
    rows = (
        (digest, len(offer.data), media_type(offer)) for digest, offer in sorted(offers.items())
    )
    bulk.insert(Blob, names, rows, unless_there="sha256", received_at=at)
    found = Blob.objects.select_for_update().filter(sha256__in=offers).order_by("sha256")
    return dict(found.values_list("sha256", "pk"))


def media_type(offer: Offer) -> str:
    """What the bytes are; a page of a web archive may have been sent compressed, and is kept so."""
    is_packed = offer.data.startswith(b"\x1f\x8b")
    return "application/gzip" if is_packed else MEDIA_TYPES.get(offer.parsed.format, "")


def captures(blobs: Iterable[int]) -> dict[int, list[Twin]]:
    """What there is of each blob already, by its key; the oldest first."""
    found = defaultdict(list)
    rows = Capture.objects.filter(blob__in=[*blobs], document__deaccession=None).order_by("pk")
    columns = rows.values_list("blob", "pk", "url", "captured_at", "document")
    for blob, pk, url, captured_at, document in columns:
        found[blob].append(Twin(pk, url, captured_at, document))
    return found


def arrival(offer: Offer, digest: str, blob: int, known: list[Twin]) -> Arrival:
    named = offer.document and offer.document.pk
    same = [
        each.pk
        for each in known
        if (each.url, each.captured_at) == (offer.url, offer.captured_at)
        and named in (None, each.document)
    ]
    document = named or min((each.document for each in known), default=None)
    return Arrival(offer, digest, blob, bool(known), document, same[0] if same else None)


def places(keys: Iterable[int]) -> dict[int, Place]:
    """Documents of the archive, locked in the order of their addresses."""
    if not (wanted := {*keys}):
        return {}
    rows = Document.objects.select_for_update().filter(pk__in=wanted).order_by("slug")
    columns = rows.values_list("pk", "uid", "slug", "event_count", "event_head")
    found = {
        pk: Place(pk, uid, slug, Chain(Document.subject_kind, uid, count, head))
        for pk, uid, slug, count, head in columns
    }
    texts = Rendition.objects.filter(capture__document__in=found).order_by()
    for pk, number in texts.values_list("capture__document").annotate(Max("number")):
        found[pk].texts = number
    return found
