"""Bringing bytes in: blob, capture and rendition, one or many in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.actions.arrivals import Arrival, Offer, arrivals
from archive.actions.laying import Laid, lay_all
from archive.digests import sha256
from archive.models import Capture, Document, Rendition, User

SAID = set(Offer.__slots__)


@dataclass(frozen=True)
class Ingested:
    """What became of an item: `status` is "ingested" or "duplicate" (then nothing was written)."""

    status: str
    capture_id: int
    laid: Laid | None = None

    @cached_property
    def capture(self) -> Capture:
        return Capture.objects.select_related("document", "blob").get(pk=self.capture_id)

    @cached_property
    def document(self) -> Document:
        return self.capture.document

    @cached_property
    def rendition(self) -> Rendition:
        """The text that was made, or the newest of the capture that was there."""
        texts = self.capture.renditions.order_by("-number")
        found = texts.get(pk=self.laid.rendition.pk) if self.laid else texts[0]
        found.capture = self.capture
        return found


def find_duplicate(
    *, digest: str, url: str, captured_at: datetime | None, document: Document | None = None
) -> Capture | None:
    """The capture of the same bytes, address and capture time, if there is one."""
    held = Capture.objects.filter(document__deaccession=None)
    same = held.filter(blob__sha256=digest, url=url, captured_at=captured_at)
    if document:
        same = same.filter(document=document)
    return same.select_related("document").order_by("pk").first()


def document_of(digest: str) -> Document | None:
    return Document.objects.held().filter(captures__blob__sha256=digest).order_by("pk").first()


@transaction.atomic
def ingest(*, by: User, at: datetime | None = None, **said: Any) -> Ingested:
    """Store `data` and what `parsed` recognised in them, as a new document or a new capture.

    `said` are `Offer`'s fields; any other is a column of the description of a new document.

    `fetched` says how the bytes were had from the web; a digest that came with them and is not
    theirs (`fixity`) is an event of its own, which forbids to publish this capture.

    Without `document`, bytes that another document has under another address become a new capture
    of that document. Same bytes, address and capture time: nothing is written, "duplicate".
    """
    (done,) = ingest_all([offered(**said)], by=by, at=at)
    return done


def offered(**said: Any) -> Offer:
    """An offer; what is no field of it is a column of the description of a new document."""
    description = {name: said.pop(name) for name in [*said] if name not in SAID}
    return Offer(description=description, **said)


def ingest_all(offers: Sequence[Offer], *, by: User, at: datetime | None = None) -> list[Ingested]:
    """The same for many, in a transaction that the caller has begun and that fails with them.

    It makes no savepoint of its own: SQLite would keep a copy of every page that changes.
    """
    at = at or timezone.now()
    return [done for group in apart(offers) for done in bring(group, by=by, at=at)]


def apart(offers: Sequence[Offer]) -> Iterator[dict[str, Offer]]:
    """Groups by digest: no bytes stand twice in one, the second finds what the first became."""
    group: dict[str, Offer] = {}
    for offer in offers:
        digest = sha256(offer.data)
        if digest in group:
            yield group
            group = {}
        group[digest] = offer
    yield group


def bring(offers: dict[str, Offer], *, by: User, at: datetime) -> list[Ingested]:
    found = arrivals(offers, at)
    laid = iter(lay_all([each for each in found if each.twin is None], by=by, at=at))
    return [became(each, None if each.twin else next(laid)) for each in found]


def became(arrival: Arrival, laid: Laid | None) -> Ingested:
    if laid is None:
        assert arrival.twin is not None
        return Ingested("duplicate", arrival.twin)
    return Ingested("ingested", laid.capture, laid)
