"""Digests and canonical forms. Pure: no ORM, no settings."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

# A text in canonical JSON.
quoted = json.encoder.encode_basestring
# To copy one is cheaper than to ask for the algorithm again.
_BEGUN = hashlib.sha256()
# Nothing that is told holds itself: to look for that would take half of the time.
_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)


def sha256(data: bytes | str) -> str:
    """Hex SHA-256 of bytes, or of a text's UTF-8 bytes."""
    found = _BEGUN.copy()
    found.update(data.encode() if isinstance(data, str) else data)
    return found.hexdigest()


def canonical(value: Any) -> str:
    """JSON with sorted keys and no idle blanks: the same value gives the same bytes."""
    return _CANONICAL.encode(value)


def structure(sections: Iterable[tuple[Any, ...]], comments: Iterable[tuple[Any, ...]]) -> str:
    """Digest of a rendition's sections and comments, each given as a tuple of its columns.

    Sections: (position, kind, level, start, end, heading_start, heading_end). Comments: (number,
    start, end, author_start, author_end, depth, parent number, parent_inferred, posted_start,
    posted_end, posted_at in ISO 8601, external_id).
    """
    return sha256(canonical({"sections": [*sections], "comments": [*comments]}))
