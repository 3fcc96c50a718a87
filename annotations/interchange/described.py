"""Rows of documents and of publishers and platforms, as the payloads of open editions tell them."""

from collections.abc import Iterator
from typing import Any

from annotations.interchange.rows import Row
from archive.actions.agents import NAME
from archive.digests import sha256
from archive.models import Document, Source

# How staff call one another stays inside: in public the archive itself acts.
ARCHIVE = [NAME]
NO_HISTORY = {"version": 1, "event_count": 0, "event_head": ""}


def source_fields(part: dict[str, Any]) -> dict[str, Any]:
    """Without an edition of its own its random name is not public: one is made from its address."""
    uid = "s" + sha256(part["slug"])[:9]
    own = {key: part[key] for key in ("slug", "name", "kind", "url")}
    return NO_HISTORY | own | {"uid": uid, "description": "", "part_of": ""}


def parents_first(publishers: dict[str, dict[str, Any]]) -> Iterator[Row]:
    waiting = dict(sorted(publishers.items()))
    while waiting:
        ready = [slug for slug in waiting if waiting[slug]["part_of"] not in waiting]
        for slug in ready or [*waiting]:
            fields = waiting.pop(slug)
            whole = fields["part_of"] if ready and fields["part_of"] in publishers else ""
            yield Row(Source, fields | {"part_of": [whole] if whole else None})


def document_row(payload: dict[str, Any]) -> Row:
    provenance, platform = payload["provenance"], (payload["comments"] or {}).get("platform")
    same = ("uid", "slug", "title", "language", "authors", "abstract")
    told = ("origin_status", "origin", "authenticity", "rights", "licence", "licence_url")
    fields = {
        **NO_HISTORY,
        **{name: payload[name] for name in same},
        **{name: provenance[name] for name in (*told, "attribution")},
        "kind": payload["item_type"],
        "published": payload["dated"],
        "published_note": payload["dated_note"],
        "source": reference(payload["source"]),
        "comment_source": reference(platform),
        "editorial_note": "\n\n".join(payload["notices"]),
        "external_id": "",
        "metadata": {},
        "created_by": ARCHIVE,
        "created_at": payload["published_at"],
    }
    return Row(Document, fields)


def reference(part: dict[str, Any] | None) -> list[str] | None:
    return [part["slug"]] if part else None
