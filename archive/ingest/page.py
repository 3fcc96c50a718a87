"""A page of text put together: the article, then the comment section below it."""

from collections.abc import Callable
from typing import NamedTuple

from archive.ingest import comment_systems
from archive.ingest.comment_systems.statement import stated
from archive.ingest.encoding import Decoded
from archive.ingest.lines import Line, lines
from archive.ingest.marks import marks
from archive.ingest.parsed import Parsed, Section
from archive.ingest.unreadable import Unreadable

# More lines than the longest books have: what they would take is memory, not meaning.
MOST = 300_000


class Article(NamedTuple):
    """What a format recognised above the comments."""

    sections: list[Section]
    title: str | None
    authors: list[str]
    published: str | None


def page(
    decoded: Decoded,
    kind: str,
    extractor: str,
    version: str,
    article: Callable[[list[Line]], Article],
) -> Parsed:
    """The page: `article` is given the lines above the comment section."""
    rows = lines(decoded.text)
    if len(rows) > MOST:
        raise Unreadable(f"The text has {len(rows)} lines; up to {MOST} are read.")
    thread = comment_systems.recognise(rows)
    above = article(rows[: thread.first] if thread else rows)
    said, lost = (thread.stated, thread.warnings) if thread else _unrecognised(rows)
    blank = [] if rows else ["The text is blank."]
    return Parsed(
        text=decoded.text,
        format=kind,
        extractor=extractor,
        extractor_version=version,
        sections=[*above.sections, *(thread.sections if thread else [])],
        comments=thread.comments if thread else [],
        marks=marks(decoded.text),
        title=above.title,
        authors=above.authors,
        published=above.published,
        stated_comments=said,
        warnings=[*decoded.warnings, *blank, *lost],
        encoding=decoded.encoding,
    )


def _unrecognised(rows: list[Line]) -> tuple[int | None, list[str]]:
    """What the page states, where no comment was recognised in it."""
    said = next((said for row in reversed(rows) if (said := stated(row.words)) is not None), None)
    warning = f"The page states {said} comments; none of them was recognised in it."
    return said, [warning] if said else []
