"""The admin of the record: a noun a file."""

from archive.admin import (
    blob,
    capture,
    comment,
    document,
    edition,
    entry,
    event,
    operation,
    quotation,
    rating,
    rendition,
    section,
    slug,
    source,
    user,
    withdrawal,
)

__all__ = [
    "blob",
    "capture",
    "comment",
    "document",
    "edition",
    "entry",
    "event",
    "operation",
    "quotation",
    "rating",
    "rendition",
    "section",
    "slug",
    "source",
    "user",
    "withdrawal",
]
