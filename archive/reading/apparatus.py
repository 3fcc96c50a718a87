"""A document's text and its notes, arranged as its page shows them. Pure.

Notes stand beside the passage that they belong to. A group is a passage with notes and all that
follow without: so a long margin takes its room beside the following text too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.utils.safestring import SafeString

from archive.payloads import EvidencePart
from archive.reading.marks import Marks, Run

TOP_HEADING = 3
RELATIONS = {"supports": "For", "refutes": "Against", "qualifies": "Qualifying"}


@dataclass(frozen=True)
class Passage:
    """A block ready to be shown; `heading` is 3-6 for a heading. `items`: number, key, words."""

    kind: str
    number: int
    heading: int
    html: SafeString
    items: list[tuple[int, SafeString, SafeString]]


@dataclass(frozen=True)
class NumberedNote:
    """A note with its number; `anchored`: some of its words are shown, so a link leads back."""

    number: int
    note: dict[str, Any]
    anchored: bool

    @property
    def evidence(self) -> list[tuple[str, list[EvidencePart]]]:
        return by_relation((self.note["claim"] or {"evidence": []})["evidence"])


@dataclass
class Group:
    """A passage, the notes beside it, and the passages up to the next one with notes."""

    head: Passage
    notes: list[NumberedNote]
    rest: list[Passage] = field(default_factory=list)


class Apparatus:
    """The marks and notes of one document page. Each run may be drawn once."""

    def __init__(self, payload: dict[str, Any]) -> None:
        notes = list(enumerate(payload["notes"], start=1))
        kinds = {note["id"]: (number, note["kind"]) for number, note in notes}
        comments = (payload["comments"] or {"items": []})["items"]
        self.marks = Marks(chain(block_runs(payload["blocks"]), comment_runs(comments)), kinds)
        self.notes = [NumberedNote(n, note, note["id"] in self.marks.anchored) for n, note in notes]
        self.placed: set[int] = set()

    def beside(self, numbers: set[int]) -> list[NumberedNote]:
        """The notes of these passages."""
        return self.place([row for row in self.notes if row.note["passage"] in numbers])

    def below(self, runs: list[Run]) -> list[NumberedNote]:
        """The notes of a comment: those whose highlights it holds, if they stand nowhere yet."""
        names = {name for run in runs for name in run["annotations"]}
        return self.place([row for row in self.remaining() if row.note["id"] in names])

    def remaining(self) -> list[NumberedNote]:
        return [row for row in self.notes if row.number not in self.placed]

    def place(self, rows: list[NumberedNote]) -> list[NumberedNote]:
        self.placed |= {row.number for row in rows}
        return rows


def block_runs(blocks: list[dict[str, Any]]) -> Iterator[Run]:
    for block in blocks:
        yield from block["runs"]
        for item in block["items"]:
            yield from item.get("key", [])
            yield from item["runs"]


def comment_runs(comments: list[dict[str, Any]]) -> Iterator[Run]:
    return chain.from_iterable(comment["runs"] for comment in comments)


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


def by_relation(evidence: list[EvidencePart]) -> list[tuple[str, list[EvidencePart]]]:
    """Evidence for, against and qualifying, each with its heading; empty ones left out."""
    sorted_out = [
        (heading, [part for part in evidence if part["relation"] == relation])
        for relation, heading in RELATIONS.items()
    ]
    return [(heading, parts) for heading, parts in sorted_out if parts]
