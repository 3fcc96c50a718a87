"""A row of JSON Lines: a document with its metadata, or a comment. What is wrong is named."""

import json
import math
import re
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from archive.ingest.encoding import replace_unstorable, replaced
from archive.ingest.unreadable import Unreadable

_TEXTS = ("title", "url", "source", "published", "language")
_KNOWN = {"id", "text", "comments", *_TEXTS}
_LONGEST_ID = 200
# JSON in UTF-8 can spell what no database takes in this way only.
_SUSPICIOUS = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


class CommentRow(NamedTuple):
    """A comment as given; "" is what the row does not say."""

    text: str
    author: str = ""
    posted: str = ""
    external_id: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as given; "" is what the row does not say."""

    text: str
    external_id: str
    title: str
    url: str
    source: str
    published: str
    language: str
    comments: list[CommentRow] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def document_row(data: bytes) -> DocumentRow:
    """The document in one line. Raises Unreadable, naming the field that is wrong."""
    row, warnings = loads(data)
    text = _text(row, "text", "")
    if not text:
        raise Unreadable("`text` is missing or empty.")
    return DocumentRow(
        text,
        _id(row, "id", ""),
        **{name: _text(row, name, "") for name in _TEXTS},
        comments=_comments(row.get("comments")),
        metadata={key: value for key, value in row.items() if key not in _KNOWN},
        warnings=warnings,
    )


def comment_row(row: dict[str, Any], where: str = "") -> CommentRow:
    """A comment; `body` and `created` are accepted for `text` and `posted`."""
    text = _text(row, "text" if "text" in row else "body", where)
    posted = _text(row, "posted" if "posted" in row else "created", where)
    author = _text(row, "author", where).strip()
    identity, parent = _id(row, "id", where), _id(row, "parent", where)
    return CommentRow(text, author, posted.strip(), identity, parent)


def document_of(row: dict[str, Any]) -> str:
    """The external identifier of the document that a row belongs to."""
    identity = _id(row, "document", "")
    if not identity:
        raise Unreadable("`document` is missing.")
    return identity


def loads(data: bytes) -> tuple[dict[str, Any], list[str]]:
    """A row and warnings. U+0000 and lone surrogates in it become U+FFFD.

    Raises Unreadable where the bytes are not one JSON object in UTF-8.
    """
    try:
        # The codec that takes the mark off is slower, and it stands in a first line only.
        row, clean = _decode(data.removeprefix(BOM_UTF8).decode()), _Clean()
        if _SUSPICIOUS.search(data):
            row = clean(row)
    except RecursionError:
        raise Unreadable("The row is nested too deeply.") from None
    except UnicodeDecodeError:
        raise Unreadable("The row is not UTF-8.") from None
    except ValueError as error:
        raise Unreadable(f"The row is not JSON: {error}.") from None
    if not isinstance(row, dict):
        raise Unreadable("The row is not a JSON object.")
    return row, replaced(clean.count)


class _Clean:
    """Any JSON value with U+FFFD for what no database takes; counts what it replaced."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, value: Any) -> Any:
        if isinstance(value, str):
            value, count = replace_unstorable(value)
            self.count += count
        elif isinstance(value, list):
            value = [self(each) for each in value]
        elif isinstance(value, dict):
            value = {self(key): self(each) for key, each in value.items()}
        return value


def _finite(words: str) -> float:
    value = float(words)
    if not math.isfinite(value):
        raise ValueError(f"{words} is no number")
    return value


_scan = json.JSONDecoder(parse_constant=_finite, parse_float=_finite).raw_decode


def _decode(words: str) -> Any:
    words = words.strip(" \t\r\n")
    value, end = _scan(words)
    if end < len(words):
        raise json.JSONDecodeError("Extra data", words, end)
    return value


def _comments(rows: Any) -> list[CommentRow]:
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable("`comments` must be a list of objects.")
    return [comment_row(row, f"comments[{at}].") for at, row in enumerate(rows)]


def _text(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if type(value) is str:
        return value
    if value is None:
        return ""
    raise Unreadable(f"`{where}{name}` must be a text.")


def _id(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if type(value) is str and len(value) <= _LONGEST_ID:
        return value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unreadable(f"`{where}{name}` must be a text or a whole number.")
    if len(str(value)) > _LONGEST_ID:
        raise Unreadable(f"`{where}{name}` is longer than {_LONGEST_ID} characters.")
    return str(value)
