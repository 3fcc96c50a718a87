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


OCCASION = {"number", "published_at", "published_by", "reason", "change"}


def judgement(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload without what belongs to the occasion of publishing it."""
    return {key: value for key, value in payload.items() if key not in OCCASION}
