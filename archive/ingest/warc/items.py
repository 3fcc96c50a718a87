"""The documents of a web archive file, each an item with what its record says of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from archive.ingest.item import Fixity, Item
from archive.ingest.unreadable import Unreadable, Wordless
from archive.ingest.warc import choosing
from archive.ingest.warc.checking import bare, compared, fixity_of, whole
from archive.ingest.warc.coding import LARGEST
from archive.ingest.warc.content import parsed
from archive.ingest.warc.digest import of
from archive.ingest.warc.facts import fetched, software, warnings
from archive.ingest.warc.payloads import Payloads
from archive.ingest.warc.record import Record, records
from archive.ingest.warc.stream import Stopped
from archive.ingest.warc.tally import Tally

LONGEST_ADDRESS = 2000
NOWHERE = (
    "The record says that the page was the same as before, and what it was before is in none of "
    "these files and not in the archive: ingest the earlier file first."
)


@dataclass
class Reading:
    """One file being read: `where` it is said to be, what else pages are called, and the name of
    the `package` that it lies in, if any."""

    path: Path
    where: str
    payloads: Payloads
    tally: Tally
    titles: Mapping[str, str] = field(default_factory=dict)
    package: str = ""
    software: str = ""

    def items(self) -> Iterator[Item]:
        """The documents; where the reading stops before the end, a last one that failed."""
        waiting: list[int] = []
        stopped: Stopped | None = None
        try:
            with self.path.open("rb") as file:
                for record in records(file):
                    yield from self._of(record, waiting)
        except Stopped as error:
            stopped = error
        for offset in waiting:
            yield from self._late(offset)
        if stopped:
            yield Item(self.where, b"", None, str(stopped))

    def _of(self, record: Record, waiting: list[int]) -> Iterator[Item]:
        self.tally.count(record)
        if record.kind == "warcinfo":
            self.software = software(record)
        if record.kind not in choosing.CARRIERS:
            return
        if reason := choosing.left_out(record):
            self._leave_out(record, reason)
        elif record.kind != "revisit":
            yield from self._document(record)
        elif meant := self.payloads.of(record):
            yield from self._revisit(record, meant)
        else:
            waiting.append(record.offset)

    def _late(self, offset: int) -> Iterator[Item]:
        """A revisit that came before what it refers to, or whose payload is nowhere."""
        with self.path.open("rb") as file:
            record = next(records(file, offset))
            if meant := self.payloads.of(record):
                yield from self._revisit(record, meant)
            else:
                yield self._failed(record, NOWHERE)

    def _leave_out(self, record: Record, reason: str) -> None:
        record.drain()
        fixity = fixity_of(record, b"")
        self.tally.left_out[reason] += 1
        self.tally.mismatched += bool(fixity and not fixity.passed)

    def _document(self, record: Record) -> Iterator[Item]:
        if record.header("WARC-Segment-Number"):
            yield self._failed(record, "The record is one of several segments: not read.")
            return
        payload = whole(record)
        if payload is None:
            yield self._failed(record, f"The payload is larger than {LARGEST >> 20} MB.")
        elif not payload:
            self.tally.left_out["answers without content"] += 1
        else:
            own = record.found[1]
            names = {own, of(payload), of(bare(record, payload), own.algorithm)}
            self.payloads.keep(self.path, record, names)
            yield from self._items(record, record, payload, fixity_of(record, payload))

    def _revisit(self, record: Record, meant: tuple[bytes, Record | None]) -> Iterator[Item]:
        """The payload of an earlier record, or of the archive, at this address and time."""
        payload, origin = meant
        expected, found = record.payload, None
        if expected:
            found = of(payload, expected.algorithm)
            if origin and found != expected:
                found = of(bare(origin, payload), expected.algorithm)
        source = origin if origin and not record.answer("Content-Type") else record
        yield from self._items(record, source, payload, compared(expected, found))

    def _items(
        self, record: Record, source: Record, payload: bytes, fixity: Fixity | None
    ) -> Iterator[Item]:
        """The payload parsed under the HTTP headers of `source`, unless it is no document."""
        facts = self._of_file() | fetched(record, source, payload, fixity)
        item = replace(self._failed(record, ""), data=payload, fetched=facts, fixity=fixity)
        try:
            found = parsed(source, payload)
        except Wordless:
            self.tally.left_out["pages without words"] += 1
            return
        except Unreadable as error:
            yield replace(item, reason=str(error))
            return
        if found is None:
            self.tally.left_out["other types"] += 1
            return
        found = replace(found, warnings=[*warnings(record), *found.warnings])
        title = found.title or self.titles.get(record.address) or record.address
        yield replace(item, parsed=found, title=title)

    def _of_file(self) -> dict[str, str]:
        name = PurePath(self.package or self.where).name
        return {"web_archive": name, **({"software": self.software} if self.software else {})}

    def _failed(self, record: Record, reason: str) -> Item:
        where, address = f"{self.where}:{record.offset}", record.address
        if len(address) > LONGEST_ADDRESS:
            address, reason = "", reason or "The address is too long to be kept."
        return Item(where, b"", None, reason, url=address, captured_at=record.moment)
