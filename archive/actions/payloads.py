"""Payloads that the archive has already, for web archives that refer to them."""

from collections.abc import Iterator

from archive import storage
from archive.ingest.warc import Wanted, digest_of
from archive.models import Blob, Event


def payload_of(wanted: Wanted) -> bytes | None:
    """The original with this digest that came out of a web archive, or from one of the addresses.

    The bytes are looked at: what an event or an address says is only where to look.
    """
    for sha256 in candidates(wanted):
        try:
            data = storage.get(sha256)
        except FileNotFoundError:
            continue
        if wanted.digest is None or digest_of(data, wanted.digest.algorithm) == wanted.digest:
            return data
    return None


def candidates(wanted: Wanted) -> Iterator[str]:
    """SHA-256 of originals that may be meant, those of the same address first, the newest first.

    Without a digest the address alone decides, so that only the newest is meant.
    """
    rows = Blob.objects.filter(captures__url__in=wanted.addresses).order_by("-captures__pk")
    found = rows.values_list("sha256", flat=True)
    if wanted.digest is None:
        yield from found[:1]
        return
    yield from found
    told = Event.objects.filter(
        subject_kind="document",
        event_type="ingestion",
        detail__payload_digest=str(wanted.digest),
    )
    for objects in told.order_by("-pk").values_list("objects_touched", flat=True):
        yield from (name.partition(":")[2] for name in objects if name.startswith("blob:"))
