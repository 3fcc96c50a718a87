"""The notes of a document's page: numbered, and each given its one place. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from archive.reading.marks import Marks, Run
from archive.reading.weighing import Side, conflict, sides


@dataclass(frozen=True)
class NumberedNote:
    """A note with its number; `anchored`: some of its words are shown, so a link leads back."""

    number: int
    note: dict[str, Any]
    anchored: bool

    @property
    def evidence(self) -> list[Side]:
        return sides(self.note["claim"])

    @property
    def conflict(self) -> str:
        claim = self.note["claim"] or {"evidence": []}
        return conflict(part["relation"] for part in claim["evidence"])


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
