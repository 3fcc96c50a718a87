"""A document's text, arranged as its page shows it. Pure.

Notes stand beside the passage that they belong to. A group is a passage with notes and all that
follow without: so a long margin takes its room beside the following text too.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString

from archive.reading.apparatus import Apparatus, NumberedNote
from archive.reading.marks import Marks

TOP_HEADING = 3


@dataclass(frozen=True)
class Passage:
    """A block ready to be shown; `heading` is 3-6 for a heading. `items`: number, key, words."""

    kind: str
    number: int
    heading: int
    html: SafeString
    items: list[tuple[int, SafeString, SafeString]]


@dataclass
class Group:
    """A passage, the notes beside it, and the passages up to the next one with notes."""

    head: Passage
    notes: list[NumberedNote]
    rest: list[Passage] = field(default_factory=list)


def groups(payload: dict[str, Any], apparatus: Apparatus) -> list[Group]:
    made: list[Group] = []
    levels = heading_levels(payload["blocks"])
    for block in payload["blocks"]:
        passage = drawn(block, levels.get(block["number"], 0), apparatus.marks)
        notes = apparatus.beside({block["number"], *(item["number"] for item in block["items"])})
        # A heading opens a group: its text starts beside nothing of the section before it.
        if notes or passage.heading or not made:
            made.append(Group(passage, notes))
        else:
            made[-1].rest.append(passage)
    return made


def drawn(block: dict[str, Any], heading: int, marks: Marks) -> Passage:
    items = [
        (item["number"], marks.html(item.get("key", [])), marks.html(item["runs"]))
        for item in block["items"]
    ]
    return Passage(block["kind"], block["number"], heading, marks.html(block["runs"]), items)


def heading_levels(blocks: list[dict[str, Any]]) -> dict[int, int]:
    """HTML heading levels by passage number: from 3 down, as deep as the text's own, no gaps."""
    found: dict[int, int] = {}
    above: list[int] = []
    for block in blocks:
        if block["kind"] == "heading":
            level = block["level"] or 1
            above = [*(other for other in above if other < level), level]
            found[block["number"]] = min(TOP_HEADING + len(above) - 1, 6)
    return found
