"""Bringing bytes in: blob, capture and rendition, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive import storage
from archive.actions import slugs
from archive.actions.derive import derive
from archive.actions.events import record
from archive.actions.fixity import record_mismatch
from archive.digests import sha256
from archive.errors import Refused
from archive.ingest.item import Fixity
from archive.ingest.parsed import Parsed
from archive.models import Blob, Capture, Document, Rendition, Source, User

MEDIA_TYPES = {"text": "text/plain", "wikitext": "text/plain", "jsonl": "application/json"}


@dataclass(frozen=True)
class Ingested:
    """What became of an item: `status` is "ingested" or "duplicate" (then nothing was written)."""

    document: Document
    capture: Capture
    rendition: Rendition
    status: str


def find_duplicate(
    *, digest: str, url: str, captured_at: datetime | None, document: Document | None = None
) -> Capture | None:
    """The capture of the same bytes, address and capture time, if there is one."""
    same = Capture.objects.filter(blob__sha256=digest, url=url, captured_at=captured_at)
    if document:
        same = same.filter(document=document)
    return same.select_related("document").order_by("pk").first()


@transaction.atomic
def ingest(
    *,
    data: bytes,
    parsed: Parsed,
    by: User,
    title: str,
    slug: str = "",
    document: Document | None = None,
    source: Source | None = None,
    url: str = "",
    captured_at: datetime | None = None,
    method: str = "command",
    original_name: str = "",
    external_id: str = "",
    fetched: Mapping[str, Any] | None = None,
    fixity: Fixity | None = None,
    at: datetime | None = None,
    **description: Any,
) -> Ingested:
    """Store the bytes and what `parsed` recognised in them, as a new document or a new capture.

    `fetched` says how the bytes were had from the web; a digest that came with them and is not
    theirs (`fixity`) is an event of its own, which forbids to publish this capture.

    Without `document`, bytes that another document has under another address become a new capture
    of that document. Same bytes, address and capture time: nothing is written, "duplicate".
    """
    if not data:
        raise Refused("The file is empty: there is nothing to keep.")
    at = at or timezone.now()
    digest = sha256(data)
    blob, is_known = blob_of(
        digest,
        size=len(data),
        media_type=MEDIA_TYPES.get(parsed.format, ""),
        received_at=at,
    )
    twin = find_duplicate(digest=digest, url=url, captured_at=captured_at, document=document)
    if twin:
        newest = twin.renditions.order_by("-number")[0]
        return Ingested(twin.document, twin, newest, "duplicate")
    document = (
        document
        or document_of(digest)
        or new_document(
            title=title,
            slug=slug,
            source=source,
            external_id=external_id,
            parsed=parsed,
            by=by,
            at=at,
            description=description,
        )
    )
    capture = store(
        data,
        document,
        blob,
        is_known=is_known,
        url=url,
        captured_at=captured_at,
        method=method,
        original_name=original_name,
        received_at=at,
        received_by=by,
        fetched=fetched,
        fixity=fixity,
    )
    return Ingested(document, capture, derive(capture, parsed, by=by, at=at), "ingested")


def blob_of(digest: str, **columns: Any) -> tuple[Blob, bool]:
    """The blob's row, locked so that two with the same bytes take turns; whether it was there."""
    blob, is_new = Blob.objects.get_or_create(sha256=digest, defaults=columns)
    return Blob.objects.select_for_update().get(pk=blob.pk), not is_new


def document_of(digest: str) -> Document | None:
    return Document.objects.filter(captures__blob__sha256=digest).order_by("pk").first()


def new_document(
    *,
    title: str,
    slug: str,
    source: Source | None,
    external_id: str,
    parsed: Parsed,
    by: User,
    at: datetime,
    description: dict[str, Any],
) -> Document:
    proposed = {
        "language": parsed.language or "",
        "authors": list(parsed.authors),
        "published": parsed.published or "",
    }
    slug = slug or slugs.propose("document", title)
    document = Document(
        slug=slug,
        title=title,
        source=source,
        external_id=external_id,
        created_by=by,
        created_at=at,
        metadata=parsed.metadata,
        **proposed | description,
    )
    slugs.register(subject=document, slug=slug, by=by, at=at)
    document.save()
    record(subject=document, event_type="accession", by=by, at=at)
    return document


def store(
    data: bytes,
    document: Document,
    blob: Blob,
    *,
    is_known: bool,
    fetched: Mapping[str, Any] | None = None,
    fixity: Fixity | None = None,
    **columns: Any,
) -> Capture:
    """Bytes to the store, a capture row, and their events."""
    storage.put(data)
    by, at = columns["received_by"], columns["received_at"]
    capture = Capture.objects.create(document=document, blob=blob, **columns)
    objects = [f"capture:{capture.uid}", f"blob:{blob.sha256}"]
    detail = dict(fetched or {})
    record(subject=document, event_type="ingestion", by=by, at=at, detail=detail, objects=objects)
    record(
        subject=document,
        event_type="message digest calculation",
        by=by,
        at=at,
        detail={"algorithm": "SHA-256", "size": len(data), "known": is_known},
        objects=[f"blob:{blob.sha256}"],
    )
    if fixity and not fixity.passed:
        record_mismatch(capture, fixity, by=by, at=at)
    return capture
