"""Files and folders read, item by item. What cannot be read is an item that says why."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from archive.ingest import jsonl, warc, wiki_items
from archive.ingest.detect import is_row
from archive.ingest.formats import parse
from archive.ingest.item import Item
from archive.ingest.joined_comments import JoinedComments
from archive.ingest.parsed import Parsed
from archive.ingest.row import DocumentRow, document_row
from archive.ingest.signature import signature
from archive.ingest.unreadable import Unreadable
from archive.ingest.warc import Payloads
from archive.ingest.wiki_items import is_wiki_export

_WEB_ADDRESS = URLValidator(["http", "https"])


def read(
    path: str | os.PathLike[str],
    format: str = "auto",  # noqa: A002
    comments_file: str | os.PathLike[str] | JoinedComments | None = None,
    payloads: Payloads | None = None,
) -> Iterator[Item]:
    """The items of a file, of JSON Lines or a web archive, or of a folder's files in sorted order.

    `payloads` are what records of web archives may refer to that say "the same as before"; who
    reads several paths gives them all the same.

    `comments_file` holds rows of comments for documents of JSON Lines. Rows for documents that
    are not there make a last item that failed; who reads several paths with one file opens
    `JoinedComments` and asks it for what is `unclaimed` at the end.
    """
    with ExitStack() as stack:
        joined: JoinedComments | None = None
        if isinstance(comments_file, JoinedComments):
            joined = comments_file
        elif comments_file is not None:
            try:
                joined = stack.enter_context(JoinedComments(Path(comments_file)))
            except (Unreadable, OSError) as error:
                yield _failed(Path(comments_file), error)
                return
        payloads = payloads or Payloads()
        for file in _files(Path(path)):
            yield from _items(file, format, joined, payloads)
        if joined and joined is not comments_file and (left := joined.unclaimed()):
            yield _failed(joined.path, Unreadable(left))


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the files below the folder. Hidden ones are left out, and links: who
    made the folder must not choose what else of the machine comes in."""
    if not os.path.isdir(path):  # False also for what cannot be a name at all
        yield path
        return
    below = sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    shown = [each for each in below if not _is_hidden(each.relative_to(path))]
    yield from shown or [path]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _items(
    path: Path, kind: str, joined: JoinedComments | None, payloads: Payloads
) -> Iterator[Item]:
    try:
        if path.is_dir():
            raise Unreadable("The folder holds no files.")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise Unreadable("It is neither a file nor a folder.")
        if kind == "warc" or (kind == "auto" and warc.is_web_archive(path)):
            yield from warc.read(path, shown(path), payloads)
        elif kind == "jsonl" or (kind == "auto" and _is_jsonl(path)):
            yield from _rows(path, joined)
        elif kind in ("auto", "wikitext") and is_wiki_export(path):
            yield from wiki_items.items(path, shown(path))
        else:
            yield _file(path, kind)
    except (Unreadable, OSError) as error:
        yield _failed(path, error)


def _is_jsonl(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.readline().decode("utf-8-sig", "replace")
    return signature(b"", path.name) == "jsonl" or is_row(first)


def _file(path: Path, kind: str) -> Item:
    data = path.read_bytes()
    try:
        found = parse(data, name=path.name, format=kind)
    except Unreadable as error:
        return replace(_failed(path, error), data=data)
    return Item(shown(path), data, found, title=found.title or "", url=_own_address(found))


def _own_address(found: Parsed) -> str:
    """The address that a page gives as its own, if it is one. What a person says outdoes it."""
    address = str(found.metadata.get("canonical_url", ""))
    try:
        _WEB_ADDRESS(address)
    except ValidationError:
        return ""
    return address


def _rows(path: Path, joined: JoinedComments | None) -> Iterator[Item]:
    empty, name = True, shown(path)
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                empty = False
                yield _row(name, number, line.removesuffix(b"\n").removesuffix(b"\r"), joined)
    if empty:
        raise Unreadable("The file is empty.")


def _row(name: str, number: int, data: bytes, joined: JoinedComments | None) -> Item:
    where = f"{name}:{number}"
    try:
        row = document_row(data)
        found = _joined(row, joined)
    except Unreadable as error:
        return Item(where, data, None, f"Line {number}: {error}", line=number)
    title = found.title or ""
    return Item(where, data, found, "", row.external_id, row.source, row.url, title, number)


def _joined(row: DocumentRow, joined: JoinedComments | None) -> Parsed:
    """The row parsed; what was joined to it is named by digest, since its bytes do not hold it."""
    if not joined or not row.external_id:
        return jsonl.parsed(row)
    rows = joined.of(row.external_id)
    if rows.comments:
        origin = {"file": joined.path.name, "rows": len(rows.comments), "sha256": rows.sha256}
        row.metadata["joined_comments"] = origin
    return jsonl.parsed(row, rows.comments)


def _failed(path: Path, error: Exception) -> Item:
    if isinstance(error, FileNotFoundError):
        reason = "There is no such file."
    elif isinstance(error, OSError):
        reason = f"The file cannot be read: {error.strerror}."
    else:
        reason = str(error)
    return Item(shown(path), b"", None, reason)


def shown(path: Path) -> str:
    """The path in characters that can be written down, also where the system's are not."""
    return os.fsencode(path).decode("utf-8", "replace")
