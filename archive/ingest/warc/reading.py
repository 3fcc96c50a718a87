"""A web archive file of any kind, read item by item."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archive.ingest.item import Item
from archive.ingest.warc import wacz
from archive.ingest.warc.items import Reading
from archive.ingest.warc.payloads import Payloads
from archive.ingest.warc.tally import Tally

_STARTS = (b"WARC/", b"filedesc://")
_NAMES = (".warc", ".warc.gz", ".wacz")


def is_web_archive(path: Path) -> bool:
    """Whether it calls itself one, or its first bytes, unpacked, are those of one."""
    if path.name.lower().endswith(_NAMES):
        return True
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(b"\x1f\x8b"):
        try:
            start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, 64)
        except zlib.error:
            return False
    return start.startswith(_STARTS) or wacz.is_wacz(path, start)


def read(path: Path, where: str, payloads: Payloads) -> Iterator[Item]:
    """The documents of the file called `where`; the last item says what else the file holds."""
    tally = Tally()
    if wacz.is_wacz(path):
        found = wacz.items(path, where, payloads, tally)
    else:
        found = Reading(path, where, payloads, tally).items()
    last: Item | None = None
    for item in found:
        if last:
            yield last
        last = item
    last = last or Item(where, b"", None, "The web archive holds no document.")
    yield replace(last, notices=tally.sentences())
