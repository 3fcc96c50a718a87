"""JSON Lines: a document a line. The bytes of that line are the original."""

from collections.abc import Sequence
from dataclasses import replace

from archive.ingest import text, wikitext
from archive.ingest.comment_list import write_below
from archive.ingest.dates import iso_date
from archive.ingest.detect import format_of_text
from archive.ingest.encoding import Decoded
from archive.ingest.marks import marks
from archive.ingest.parsed import Comment, Parsed
from archive.ingest.row import CommentRow, DocumentRow, document_row
from archive.ingest.unreadable import Unreadable

NAME, VERSION = "variorum.jsonl", "1"
_TEXTS = {"text": text.read, "wikitext": wikitext.read}


def parse(data: bytes, name: str = "") -> Parsed:
    """The document of a file with one line. Raises Unreadable for more, or for a bad line."""
    rows = [line for line in data.split(b"\n") if line.strip()]
    if len(rows) > 1:
        raise Unreadable(f"The file holds {len(rows)} documents; they are read line by line.")
    return parsed(document_row(data))


def parsed(row: DocumentRow, joined: Sequence[CommentRow] = ()) -> Parsed:
    """The row's text unchanged, then its comments and the `joined` ones as a comment section."""
    read = _TEXTS[format_of_text(row.text)](Decoded(row.text, "utf-8", row.warnings))
    written = write_below(row.text, [*row.comments, *joined])
    published = iso_date(row.published)
    unread = [f"The date of publication is not in ISO 8601: {row.published}."]
    return replace(
        read,
        text=written.text,
        format="jsonl",
        extractor=NAME,
        extractor_version=VERSION,
        sections=[*read.sections, *written.sections],
        comments=[*read.comments, *_moved(written.comments, len(read.comments))],
        marks=marks(written.text) if written.comments else read.marks,
        title=row.title or read.title,
        authors=_authors(row) or read.authors,
        published=published or read.published,
        language=row.language or None,
        warnings=[
            *read.warnings,
            *unread * bool(row.published and not published),
            *written.warnings,
        ],
        metadata=row.metadata,
    )


def _moved(comments: list[Comment], by: int) -> list[Comment]:
    """The comments with indexes of parents that count those before them."""
    if not by:
        return comments
    return [
        each if each.parent is None else each._replace(parent=each.parent + by) for each in comments
    ]


def _authors(row: DocumentRow) -> list[str]:
    """Authors as `authors` or `author` name them, where these are texts."""
    given = row.metadata.get("authors") or row.metadata.get("author") or []
    given = given if isinstance(given, list) else [given]
    return [name for name in given if isinstance(name, str) and name.strip()]
