"""From received bytes to a text with its structure. Pure: no ORM, no settings.

A format is a module with `NAME`, `VERSION` and `parse(data, name)`, and a row in
`formats.READERS`; comment systems likewise, in `comment_systems`.
"""

from archive.ingest.formats import FORMATS, READERS, parse
from archive.ingest.item import Fixity, Item
from archive.ingest.joined_comments import JoinedComments
from archive.ingest.parsed import (
    SECTION_KINDS,
    Comment,
    Mark,
    Parsed,
    Remark,
    Section,
)
from archive.ingest.reading import read
from archive.ingest.unreadable import Unreadable
from archive.ingest.warc import Payloads

__all__ = [
    "FORMATS",
    "READERS",
    "SECTION_KINDS",
    "Comment",
    "Fixity",
    "Item",
    "JoinedComments",
    "Mark",
    "Parsed",
    "Payloads",
    "Remark",
    "Section",
    "Unreadable",
    "parse",
    "read",
]
