"""WACZ: a zip file with web archives in it, digests of its members, and titles of its pages."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.ingest.item import Item
from archive.ingest.unpacking import Bounds, Members, members
from archive.ingest.unreadable import Unreadable
from archive.ingest.warc.digest import Digest, read
from archive.ingest.warc.items import Reading
from archive.ingest.warc.payloads import Payloads
from archive.ingest.warc.stream import PIECE
from archive.ingest.warc.tally import Tally

# Web archives are streamed to a file beside, so that they may be large; they are packed already.
BOUNDS = Bounds(member=64 << 30, total=64 << 30, ratio=100)
LARGEST_LIST = 16 << 20  # bytes of the list of members, and of that of pages
DATA, PAGES = "datapackage.json", ("pages/pages.jsonl", "pages/extraPages.jsonl")
_WARCS = (".warc", ".warc.gz", ".arc", ".arc.gz")


def is_wacz(path: Path, start: bytes | None = None) -> bool:
    """Whether it is a zip file that calls itself so, or holds the list that a WACZ must have."""
    if start is None:
        with path.open("rb") as file:
            start = file.read(4)
    if not start.startswith(b"PK\x03\x04"):
        return False
    if path.name.lower().endswith(".wacz"):
        return True
    try:
        with path.open("rb") as file:
            return DATA in members(file, BOUNDS)
    except Unreadable:
        return False


def items(path: Path, where: str, payloads: Payloads, tally: Tally) -> Iterator[Item]:
    """The documents of every web archive inside; a member that fails its digest is told first."""
    with path.open("rb") as file, tempfile.TemporaryDirectory() as folder:
        inside = members(file, BOUNDS)
        digests, titles = _digests(inside), _titles(inside)
        found = sorted(name for name in inside if name.lower().endswith(_WARCS))
        for number, name in enumerate(found):
            copy, label = Path(folder, str(number)), f"{where}:{name.rsplit('/', 1)[-1]}"
            real = _copied(inside, name, copy, digests.get(name))
            if real != digests.get(name, real):
                yield Item(label, b"", None, f"The digest of “{name}” is not the one in {DATA}.")
            yield from Reading(copy, label, payloads, tally, titles, where).items()


def _copied(inside: Members, name: str, copy: Path, expected: Digest | None) -> Digest:
    """Write the member to a file of ours; returns its digest."""
    hasher = hashlib.new(expected.algorithm if expected else "sha256")
    with inside.open(name) as member, copy.open("wb") as into:
        while piece := member.read(PIECE):
            hasher.update(piece)
            into.write(piece)
    return Digest(hasher.name, hasher.hexdigest())


def _digests(inside: Members) -> dict[str, Digest]:
    """The digests of members by name, as the package itself gives them."""
    if DATA not in inside:
        raise Unreadable(f"The WACZ file has no {DATA}.")
    try:
        resources = json.loads(_listed(inside, DATA))["resources"]
        given = {str(row["path"]): read(row.get("hash")) for row in resources}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable(f"The {DATA} of the WACZ file is not what it must be.") from None
    return {name: digest for name, digest in given.items() if digest}


def _titles(inside: Members) -> dict[str, str]:
    """What pages are called, by address, as far as the lists of pages can be read."""
    titles: dict[str, str] = {}
    for name in filter(inside.__contains__, PAGES):
        for line in _listed(inside, name).splitlines():
            row = _row(line)
            address, title = row.get("url"), row.get("title")
            if isinstance(address, str) and isinstance(title, str) and title.strip():
                titles.setdefault(address, title.strip())
    return titles


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _listed(inside: Members, name: str) -> bytes:
    if inside.size(name) > LARGEST_LIST:
        raise Unreadable(f"The list “{name}” is larger than {LARGEST_LIST >> 20} MB.")
    return inside.read(name)
