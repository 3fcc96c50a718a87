"""What composing makes: a payload, the words it shows, and what stands in its way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Composition:
    """A payload ready to be frozen, unless `blocks` says why not.

    `quotations`: (rendition primary key, start, end) of all words shown. `blocks` forbid
    publication, `warnings` want a tick. Neither repeats withheld words.
    """

    payload: Any
    quotations: set[tuple[int, int, int]] = field(default_factory=set)
    blocks: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def same_as(self, payload: Mapping[str, Any]) -> bool:
        """Whether a frozen payload says the same already, whoever published it when."""
        return judgement(self.payload) == judgement(payload)

    def only_follows(self, payload: Mapping[str, Any]) -> bool:
        """Whether nothing changed since but the numbers of the editions that are quoted."""
        old, new = (numberless(judgement(each)) for each in (payload, self.payload))
        return bool(old == new)


OCCASION = {"number", "published_at", "published_by", "reason", "change"}


def judgement(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload without what belongs to the occasion of publishing it."""
    return {key: value for key, value in payload.items() if key not in OCCASION}


def numberless(value: Any) -> Any:
    """A part of a payload without the edition numbers of its quotations."""
    if isinstance(value, dict):
        left_out = {"edition"} if "note_id" in value else set()
        return {key: numberless(part) for key, part in value.items() if key not in left_out}
    return [numberless(part) for part in value] if isinstance(value, list) else value
