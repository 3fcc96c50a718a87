"""One record after another: what each says of itself, and its bytes as a stream."""

import hashlib
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import (
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from archive.ingest.encoding import replace_unstorable
from archive.ingest.warc.digest import Digest, read
from archive.ingest.warc.stream import PIECE, Stopped, Stream

# It would repeat addresses, or what stands in the place of one, on the error output.
logging.getLogger("warcio").setLevel(logging.ERROR)

HTTP = ("http:", "https:")
LONGEST = 4000  # characters of an address that is looked at
_LONGEST = 200


class Record:
    """A record of a web archive. ARC records look like responses of a WARC.

    `pieces` gives the payload once; when it is at its end, `found` are its real digests.
    """

    def __init__(self, stream: Stream, headers: StatusAndHeaders, length: int) -> None:
        self._stream, self._headers, self._left = stream, headers, length
        self.offset, self.http = stream.start, None
        self.kind = self.header("WARC-Type").lower()
        self.address = self.header("WARC-Target-URI", LONGEST).strip("<>")
        self.block, self.payload = (
            read(self.header(f"WARC-{part}-Digest")) for part in ("Block", "Payload")
        )
        self._hashers = [hashlib.new(self.block.algorithm if self.block else "sha1")]
        if self.kind in ("response", "revisit") and self.address.lower().startswith(HTTP):
            self.http = _http(self)
        self._hashers.append(hashlib.new(self.payload.algorithm if self.payload else "sha1"))

    def header(self, name: str, longest: int = _LONGEST) -> str:
        """A header of the record, "" where it has none."""
        return _plain(self._headers.get_header(name), longest)

    def answer(self, name: str) -> str:
        """A header of the HTTP answer in it, "" where there is none."""
        return _plain(self.http.get_header(name), _LONGEST) if self.http else ""

    @property
    def status(self) -> int | None:
        """The HTTP status; None where the record holds no HTTP answer."""
        code = self.http.get_statuscode() if self.http else ""
        return int(code) if code.isdecimal() and code.isascii() else None

    @property
    def moment(self) -> datetime | None:
        """When it was captured; None where the date is no whole one."""
        written = self.header("WARC-Date")
        try:
            found = datetime.fromisoformat(written)
        except ValueError:
            return None
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found

    def read(self, size: int) -> bytes:
        piece = self._stream.read(min(size, self._left))
        return self._took(piece)

    def readline(self, size: int | None = None) -> bytes:
        return self._took(self._stream.readline(self._left if size is None else size))

    def pieces(self) -> Iterator[bytes]:
        """What is left of the record. Raises Stopped where the file ends before it does."""
        while self._left:
            piece = self.read(PIECE)
            if not piece:
                raise self._stream.cut()
            yield piece

    def drain(self) -> None:
        for _ in self.pieces():
            pass

    @property
    def found(self) -> tuple[Digest, Digest]:
        """The digests of the whole block and of the payload, in the algorithms that were named."""
        block, payload = (Digest(each.name, each.hexdigest()) for each in self._hashers)
        return block, payload

    def _took(self, piece: bytes) -> bytes:
        self._left -= len(piece)
        for hasher in self._hashers:
            hasher.update(piece)
        return piece


def records(file: BinaryIO, offset: int = 0) -> Iterator[Record]:
    """The records of a WARC or ARC file from a byte on. Raises Stopped where it is not sound."""
    stream = Stream(file, offset)
    while stream.next():
        record = _record(stream)
        yield record
        record.drain()


def _record(stream: Stream) -> Record:
    try:
        found = ArcWarcRecordLoader(arc2warc=True).parse_record_stream(stream, no_record_parse=True)
        if found.length is None:
            raise ValueError("it does not say how long it is")
        return Record(stream, found.rec_headers, found.length)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError) as error:
        if isinstance(error, Stopped):
            raise
        raise stream.no_record() from None


def _http(record: Record) -> StatusAndHeaders | None:
    """The head of the HTTP answer in a record, None where there is none."""
    try:
        head = StatusAndHeadersParser(["HTTP/"], verify=False).parse(record)
    except EOFError:
        return None
    return head if head.protocol.upper().startswith("HTTP/") else None


def _plain(words: str | None, longest: int) -> str:
    return replace_unstorable((words or "").strip()[:longest])[0]
