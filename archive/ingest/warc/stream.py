"""The bytes of a web archive in bounded pieces: plain, or with a gzip member for each record."""

import zlib
from typing import BinaryIO

from archive.ingest.unreadable import Unreadable

PIECE = 1 << 16
LONGEST_HEAD = 1 << 17  # bytes of header lines in one record
LONGEST_LINE = 1 << 16
RATIO = 250  # unpacked to packed bytes of a record, once it has `HARMLESS` of them
HARMLESS = 64 << 20
_GZIP = b"\x1f\x8b"
_BLANK = b"\r\n"


class Stopped(Unreadable):
    """Why a web archive is not read any further, and at which byte."""


class Stream:
    """Reads record after record from `offset`; `start` is the byte at which the present one begins.

    Raises Stopped where the file ends inside a record, is damaged or packed beyond reason.
    """

    def __init__(self, file: BinaryIO, offset: int = 0) -> None:
        file.seek(offset)
        self._file, self.start, self._taken = file, offset, offset
        self._raw, self._held, self._at = self._take(), b"", 0
        self._unpacked = self._lines = 0
        self._member: zlib._Decompress | None = None
        self.is_gzip = self._raw.startswith(_GZIP)
        if not self.is_gzip:
            self._held, self._raw = self._raw, b""

    def next(self) -> bool:
        """Go to where the next record begins; False at the end of the file."""
        self._skip_blank()
        if self.is_gzip:
            if self._member and self._at < len(self._held):
                raise Stopped(
                    "The file is gzip as a whole instead of record by record, so no record can be "
                    "found again: make it anew with `warcio recompress OLD NEW` and ingest that "
                    f"(byte {self.start})."
                )
            self._raw = self._raw or self._take()
            self.start = self._taken - len(self._raw)
            self._open()
            self._skip_blank()
        else:
            self.start = self._taken - len(self._held) + self._at
        self._unpacked = self._lines = 0
        return self._at < len(self._held)

    def read(self, size: int) -> bytes:
        """Up to `size` bytes of the record, fewer where a piece ends; b"" where there are none."""
        self._fill()
        piece = self._held[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def readline(self, size: int | None = None) -> bytes:
        """A line with its end. Header lines longer than can be true stop the reading."""
        line, most = b"", min(LONGEST_LINE + 1, LONGEST_LINE + 1 if size is None else size)
        while not line.endswith(b"\n") and len(line) < most:
            self._fill()
            end = self._held.find(b"\n", self._at) + 1 or len(self._held)
            piece = self._held[self._at : min(end, self._at + most - len(line))]
            if not piece:
                break
            self._at, line = self._at + len(piece), line + piece
        self._lines += len(line)
        if len(line) > LONGEST_LINE or self._lines > LONGEST_HEAD:
            raise Stopped(f"The record at byte {self.start} has headers longer than can be true.")
        return line

    def cut(self) -> Stopped:
        """What to say where the file ends before the record does."""
        return Stopped(
            f"The file ends at byte {self._taken}, inside the record that begins at byte "
            f"{self.start}; what stands before that record was read."
        )

    def no_record(self) -> Stopped:
        return Stopped(
            f"What begins at byte {self.start} is no record; what stands before it was read."
        )

    def _skip_blank(self) -> None:
        while self._at < len(self._held) or self._fill():
            rest = self._held[self._at :].lstrip(_BLANK)
            self._at = len(self._held) - len(rest)
            if rest:
                break

    def _fill(self) -> bool:
        """Whether there are bytes at hand, after getting some if there were none."""
        if self._at == len(self._held):
            self._held, self._at = self._unpack() if self.is_gzip else self._take(), 0
        return bool(self._held)

    def _take(self) -> bytes:
        raw = self._file.read(PIECE)
        self._taken += len(raw)
        return raw

    def _open(self) -> None:
        """Begin the gzip member that stands here, if there is one."""
        self._held, self._at, self._member = b"", 0, None
        self._unpacked = 0
        if self._raw:
            if not self._raw.startswith(_GZIP[: len(self._raw)]):
                raise self.no_record()
            self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def _unpack(self) -> bytes:
        while self._member and not self._member.eof:
            raw = self._raw or self._take()
            try:
                piece = self._member.decompress(raw, PIECE)
            except zlib.error as error:
                raise self._damaged(error) from None
            self._raw = self._member.unused_data or self._member.unconsumed_tail
            self._weigh(len(piece))
            if piece:
                return piece
            if not raw:
                raise self.cut()
        return b""

    def _damaged(self, error: Exception) -> Stopped:
        return Stopped(
            f"The record that begins at byte {self.start} is damaged ({error}); what stands "
            "before it was read."
        )

    def _weigh(self, unpacked: int) -> None:
        self._unpacked += unpacked
        packed = self._taken - len(self._raw) - self.start
        if self._unpacked > max(HARMLESS, RATIO * packed):
            raise Stopped(
                f"The record that begins at byte {self.start} is packed tighter than 1 to {RATIO}; "
                "what stands before it was read."
            )
