"""One line by which an edition is cited. Pure."""

from typing import Any

from archive.reading.dates import day_words, edtf_words


def cite(payload: dict[str, Any], *, site: str, address: str, sha256: str) -> str:
    """Who wrote what, when and where; then which edition of it stands here, under which digest."""
    parts = [*work(payload), edition(payload, site), f"{address} (SHA-256 {sha256})"]
    return " ".join(map(ended, parts))


def work(payload: dict[str, Any]) -> list[str]:
    parts = [", ".join(payload.get("authors", [])), f"“{payload['title']}”"]
    source = payload.get("source") or {}
    if payload["kind"] == "document":
        parts += [source.get("name", ""), edtf_words(payload["dated"])]
    return [part for part in parts if part]


def edition(payload: dict[str, Any], site: str) -> str:
    return f"{site}, edition {payload['number']}, {day_words(payload['published_at'])}"


def ended(part: str) -> str:
    """A part with its full stop, unless it ends with a stop of its own."""
    return part if part.rstrip("”").endswith((".", "?", "!", "…")) else f"{part}."
