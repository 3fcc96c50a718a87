"""The payload of a record, whole, and whether it is what its digest says."""

from archive.ingest.item import Fixity
from archive.ingest.warc.coding import LARGEST, dechunked
from archive.ingest.warc.digest import Digest, of
from archive.ingest.warc.record import Record


def whole(record: Record) -> bytes | None:
    """The payload; None where it is larger than is read. The record is at its end afterwards."""
    parts, size = [], 0
    for piece in record.pieces():
        size += len(piece)
        if size <= LARGEST:
            parts.append(piece)
        else:
            parts.clear()
    return b"".join(parts) if size <= LARGEST else None


def bare(record: Record, payload: bytes) -> bytes:
    """The payload without chunks: some crawlers take their digest of that."""
    is_chunked = "chunked" in record.answer("Transfer-Encoding").lower()
    return dechunked(payload) if is_chunked else payload


def fixity_of(record: Record, payload: bytes) -> Fixity | None:
    """The digest that fails, else the one that passes, that of the payload before the block's."""
    block, own = record.found
    if record.payload and own != record.payload and payload:
        own = of(bare(record, payload), own.algorithm)
    checks = [compared(record.payload, own), compared(record.block, block)]
    given = [check for check in checks if check]
    return next((check for check in given if not check.passed), given[0] if given else None)


def compared(expected: Digest | None, found: Digest | None) -> Fixity | None:
    if expected is None or found is None:
        return None
    return Fixity(expected.algorithm, expected.value, found.value)
