"""Where payloads lie that a `revisit` refers to, in this file or another of the same run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive.ingest.warc.digest import Digest
from archive.ingest.warc.record import LONGEST, Record, records
from archive.ingest.warc.stream import Stopped


@dataclass(frozen=True, slots=True)
class Wanted:
    """A payload that a revisit refers to: its digest, and addresses under which it may be."""

    digest: Digest | None
    addresses: tuple[str, ...]


class Payloads:
    """An index of the documents seen. `elsewhere` is asked for what no file of the run holds."""

    def __init__(self, elsewhere: Callable[[Wanted], bytes | None] | None = None) -> None:
        self._places: dict[int, tuple[Path, int]] = {}
        self._elsewhere = elsewhere

    def keep(self, path: Path, record: Record, digests: set[Digest]) -> None:
        """Remember where a whole payload lies, under its real digests and the record's name."""
        place = (path, record.offset)
        visit = _visit(record.address, record.header("WARC-Date"))
        for name in (*map(str, digests), record.header("WARC-Record-ID"), visit):
            self._places.setdefault(hash(name), place)

    def of(self, revisit: Record) -> tuple[bytes, Record | None] | None:
        """The payload that is meant, and its own record if it is at hand; None if it is nowhere."""
        before = revisit.header("WARC-Refers-To-Target-URI", LONGEST)
        visit = _visit(before, revisit.header("WARC-Refers-To-Date"))
        said = [revisit.header("WARC-Refers-To"), visit]
        for name in [str(revisit.payload)] if revisit.payload else said:
            place = self._places.get(hash(name))
            if place and (found := read_at(*place)):
                return found
        wanted = Wanted(revisit.payload, tuple(filter(None, (before, revisit.address))))
        payload = self._elsewhere(wanted) if self._elsewhere else None
        return (payload, None) if payload else None


def _visit(address: str, moment: str) -> str:
    return f"{address} {moment}"


def read_at(path: Path, offset: int) -> tuple[bytes, Record] | None:
    """The payload of the record at a byte; None where it is not there any more."""
    try:
        with path.open("rb") as file:
            record = next(records(file, offset))
            return b"".join(record.pieces()), record
    except (OSError, Stopped, StopIteration):
        return None
