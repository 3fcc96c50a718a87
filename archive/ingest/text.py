"""Plain text: articles as typed, as mailed, or as scraped from a page."""

import re

from archive.ingest import blocks, sentences
from archive.ingest.blocks import Found, headline
from archive.ingest.encoding import Decoded, decode
from archive.ingest.front import front
from archive.ingest.lines import Line
from archive.ingest.page import Article, page
from archive.ingest.parsed import Parsed
from archive.ingest.residue import residue

NAME, VERSION = "variorum.text", "1"
_MARKED = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<words>\S.*)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LONGEST_HEADING, _MOST_WORDS, _SHORTEST_BODY = 80, 12, 80


def parse(data: bytes, name: str = "") -> Parsed:
    """The text with its structure. Raises Unreadable where the bytes are no text."""
    return read(decode(data))


def read(decoded: Decoded) -> Parsed:
    """The structure of a text that is decoded already."""
    return page(decoded, "text", NAME, VERSION, article)


def article(rows: list[Line]) -> Article:
    """Front matter, then headings, lists, quotations, tables and paragraphs."""
    head = front(rows)
    rest = [*blocks.body(rows[head.after :], RECOGNISERS)]
    return Article([*head.sections, *rest], head.title, head.authors, head.published)


def marked_heading(rows: list[Line], at: int) -> Found | None:
    """`## Heading`, or a line underlined with `===` or `---`."""
    row = rows[at]
    if len(row.words) > _LONGEST_HEADING:
        return None
    if hit := _MARKED.fullmatch(row.words):
        start = row.first + hit.start("words")
        end = row.first + len(row.words.rstrip("# ")) if start < row.last else row.last
        return Found(
            [headline("heading", row, len(hit["level"]), start, max(end, start + 1))], at + 1
        )
    below = rows[at + 1] if at + 1 < len(rows) and not rows[at + 1].gap else None
    if below and row.gap and _UNDERLINE.fullmatch(below.words):
        level = 1 if below.words[0] == "=" else 2
        found = headline("heading", row._replace(end=below.end), level, row.first, row.last)
        return Found([found], at + 2)
    return None


def plain_heading(rows: list[Line], at: int) -> Found | None:
    """A short line between blank ones that ends as no sentence does, above a longer one."""
    row = rows[at]
    if at + 1 >= len(rows) or not rows[at + 1].gap or (at and not row.gap):
        return None
    if len(rows[at + 1].words) < _SHORTEST_BODY or not _reads_as_heading(row.words):
        return None
    return Found([headline("heading", row, None, row.first, row.last)], at + 1)


def _reads_as_heading(words: str) -> bool:
    return (
        len(words) <= _LONGEST_HEADING
        and len(words.split()) <= _MOST_WORDS
        and not words.endswith(sentences.BREAKS)
        and words[0].isalnum()
        and not words[0].islower()
    )


def short(rows: list[Line], at: int) -> Found | None:
    """What only a short line can be: most are not asked."""
    if len(rows[at].words) > _LONGEST_HEADING:
        return None
    return blocks.recognise(rows, at, (residue, marked_heading, plain_heading))


RECOGNISERS = (
    short,
    blocks.items,
    blocks.quotation,
    blocks.table,
)
