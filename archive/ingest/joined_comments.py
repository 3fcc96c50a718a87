"""A file of comment rows, found by the document they belong to, in whatever order they stand."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from archive.ingest.row import CommentRow, comment_row, document_of, loads
from archive.ingest.unreadable import Unreadable


class Rows(NamedTuple):
    """The comments of one document, and the digest of the lines that they came in."""

    comments: list[CommentRow]
    sha256: str


class JoinedComments:
    """An index on disk over the file, so that neither its size nor its order matters.

    Raises Unreadable, naming line and field, where a row is wrong: then nothing is joined.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = path.open("rb")
        self.index = sqlite3.connect("", isolation_level=None)
        try:
            self._fill()
        except BaseException:
            self.close()
            raise

    def _fill(self) -> None:
        self.index.execute("create table run (document text, start integer, end integer)")
        self.index.execute("create table claimed (document text primary key)")
        self.index.execute("begin")
        self.index.executemany("insert into run values (?, ?, ?)", self._runs())
        self.index.execute("create index run_document on run (document)")

    def close(self) -> None:
        self.file.close()
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def of(self, document: str) -> Rows:
        """The comments of the document, in the order of the file."""
        find = "select start, end from run where document = ? order by start"
        comments: list[CommentRow] = []
        digest = hashlib.sha256()
        for start, end in self.index.execute(find, (document,)).fetchall():
            self.file.seek(start)
            data = self.file.read(end - start)
            digest.update(data)
            comments += [_row(line)[1] for line in data.split(b"\n") if line.strip()]
        self.index.execute("insert or ignore into claimed values (?)", (document,))
        return Rows(comments, digest.hexdigest())

    def unclaimed(self) -> str:
        """A sentence about documents with comments that nobody asked for, "" if there are none."""
        left = "from run where document not in (select document from claimed)"
        count, first = self.index.execute(
            f"select count(distinct document), min(document) {left}"
        ).fetchone()
        if not count:
            return ""
        return f"Comments belong to documents that are not there: {count}, the first {first!r}."

    def _runs(self) -> Iterator[tuple[str, int, int]]:
        """Runs of neighbouring lines of one document: its name, and where they start and end."""
        name, start, end = "", 0, 0
        for number, line in enumerate(self.file, start=1):
            document = self._document(number, line) if line.strip() else name
            if document != name and start < end:
                yield name, start, end
                start = end
            name, end = document, end + len(line)
        if name:
            yield name, start, end

    def _document(self, number: int, line: bytes) -> str:
        try:
            return _row(line)[0]
        except Unreadable as error:
            raise Unreadable(f"Line {number}: {error}") from None


def _row(line: bytes) -> tuple[str, CommentRow]:
    row: dict[str, Any] = loads(line)[0]
    return document_of(row), comment_row(row)
