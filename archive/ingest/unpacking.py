"""Zip files (DOCX, WACZ) opened within bounds. Nothing is ever written to a path they name.

`members(data)` checks the whole list of members before anything is unpacked; what is opened then
is read as a stream, and cannot give more than it declared. Whatever is wrong is `Unreadable`.

    inside = members(data)                      # bytes, or a seekable binary file
    for name in inside: ...                     # names as written, folders left out
    xml = inside.read("word/document.xml")      # all of a member
    with inside.open("archive/data.warc.gz") as file: ...   # a member as a binary stream
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from archive.ingest.unreadable import Unreadable

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_ENTRY = 512  # bytes that a member may take in the directory, on average
_PIECE = 1 << 16
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a zip file may hold: members, bytes of one and of all unpacked, and how packed.

    `ratio` is unpacked to packed bytes; members below `harmless` bytes may be packed tighter.
    """

    count: int = 10_000
    member: int = 256 << 20
    total: int = 512 << 20
    ratio: int = 250
    harmless: int = 8 << 20


class Members:
    """The members of a zip file by name, each checked against the bounds."""

    def __init__(self, file: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> None:
        self._file, self._infos = file, infos

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def size(self, name: str) -> int:
        """How many bytes the member has unpacked, as declared."""
        return self._infos[name].file_size

    def read(self, name: str) -> bytes:
        """All bytes of a member. Raises Unreadable where it is broken, KeyError where absent."""
        with self.open(name) as member:
            return member.read()

    def open(self, name: str) -> BinaryIO:
        """A member as a stream, which raises Unreadable where it turns out to be broken."""
        info = self._infos[name]
        try:
            return io.BufferedReader(_Member(self._file.open(info), name))
        except _BROKEN as error:
            raise _broken(name, error) from None


def members(data: bytes | BinaryIO, bounds: Bounds = Bounds()) -> Members:
    """The members of a zip file. Raises Unreadable, naming the member, for what is not safe."""
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        file = zipfile.ZipFile(_Directory(source, bounds.count))
    except Unreadable:
        raise
    except _BROKEN as error:
        raise Unreadable(f"The zip file is broken: {_said(error)}.") from None
    found = file.infolist()
    if len(found) > bounds.count:
        raise _too_many(bounds.count)
    _check_names(found)
    for info in found:
        _check(info, bounds)
    if (total := sum(info.file_size for info in found)) > bounds.total:
        raise Unreadable(
            f"The zip file unpacks to {total:,} bytes; at most {bounds.total:,} are read."
        )
    return Members(file, {info.filename: info for info in found if not info.is_dir()})


def _check_names(found: list[zipfile.ZipInfo]) -> None:
    """No name may lead out of the file, nor stand for two members."""
    seen: set[str] = set()
    for info in found:
        name = info.orig_filename
        parts = re.split(r"[/\\]", name)
        if not parts[0] or ".." in parts or _DRIVE.match(name) or "\x00" in name:
            raise Unreadable(f"The zip file holds a path that leads out of it: “{_shown(name)}”.")
        if name.casefold() in seen:
            raise Unreadable(f"The zip file holds “{_shown(name)}” twice.")
        seen.add(name.casefold())


def _check(info: zipfile.ZipInfo, bounds: Bounds) -> None:
    """The member is an ordinary file or folder, readable, and declares a bearable size."""
    name = _shown(info.orig_filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Unreadable(f"The zip file holds a link or a device: “{name}”.")
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable(f"The zip file is encrypted: “{name}”.")
    if info.compress_type not in _METHODS:
        raise Unreadable(f"The zip file packs “{name}” in a way that is not read.")
    if info.file_size > bounds.member:
        size = f"{info.file_size:,} bytes; at most {bounds.member:,} are read"
        raise Unreadable(f"The zip file claims that “{name}” has {size}.")
    if info.file_size > max(bounds.harmless, bounds.ratio * info.compress_size):
        raise Unreadable(f"The zip file packs “{name}” tighter than 1 to {bounds.ratio}.")


class _Directory:
    """A file for `zipfile`, which reads the whole directory at once: that read is bounded here."""

    def __init__(self, file: BinaryIO, count: int) -> None:
        self._file, self._count, self._limit = file, count, max(count * _ENTRY, 2 * _PIECE)
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        wanted = self._limit + 1 if size < 0 else size
        if wanted > self._limit + 1 or len(piece := self._file.read(wanted)) > self._limit:
            raise _too_many(self._count)
        return piece


class _Member(io.RawIOBase):
    """A member being unpacked, its errors told as ours."""

    def __init__(self, inner: IO[bytes], name: str) -> None:
        self._inner, self._name = inner, name

    def readable(self) -> bool:
        return True

    def readinto(self, into: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            piece = self._inner.read(min(len(into), _PIECE))
        except _BROKEN as error:
            raise _broken(self._name, error) from None
        into[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._inner.close()
        super().close()


def _too_many(count: int) -> Unreadable:
    return Unreadable(f"The zip file holds too many members; at most {count:,} are read.")


def _broken(name: str, error: Exception) -> Unreadable:
    return Unreadable(f"The zip file is broken at “{_shown(name)}”: {_said(error)}.")


def _said(error: Exception) -> str:
    return str(error).rstrip(".") or "it ends too early"


def _shown(name: str) -> str:
    """The name as it may be shown, also where it is long or not made of characters."""
    return name[:80].encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
