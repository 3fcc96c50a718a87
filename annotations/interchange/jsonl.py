"""The `jsonl` format of annotations: one a line, `document start end quote label note`.

`document` is an address or a name elsewhere, `start` and `end` count code points of its newest
text, `quote` has to stand there. `id` is kept as the annotation's name elsewhere. A label that is
one of our kinds and needs nothing more makes the annotation of that kind; any other is a note.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from django.db import transaction

from annotations.actions.annotate_many import (
    Span,
    Target,
    annotate_many,
    check,
    targets,
    texts,
)
from annotations.models import AnnotationKind
from archive.digests import sha256
from archive.errors import Refused
from archive.ingest.encoding import replace_unstorable
from archive.models import User

KINDS = {AnnotationKind.EVIDENCE.value, AnnotationKind.QUESTION.value}
NOTE = AnnotationKind.NOTE.value
REQUIRED: dict[str, type] = {"document": str, "start": int, "end": int, "quote": str}
OPTIONAL: dict[str, type] = {"label": str, "note": str, "id": str}
KINDS_REQUIRED = [*REQUIRED.values()]
KNOWN = REQUIRED.keys() | OPTIONAL.keys()
# Lines, and documents, that are written together.
MOST_LINES, MOST_DOCUMENTS = 2000, 200
scan = json.JSONDecoder().raw_decode


@dataclass
class Imported:
    """How many became annotations, how many were there already, which keys meant nothing."""

    written: int = 0
    same: int = 0
    passed_over: set[str] = field(default_factory=set)


class Line(NamedTuple):
    """A line that was understood, and where it stands."""

    path: Path
    number: int
    values: dict[str, Any]

    @property
    def where(self) -> str:
        return f"{self.path}, line {self.number}"

    def refuse(self, name: str, reason: str) -> Refused:
        return Refused(f"{self.where}, field {name}: {reason}")


@transaction.atomic
def read(path: Path, *, by: User, step: Callable[[], object] = bool) -> Imported:
    """Annotate as the file says, all or nothing; what is there already stays as it is.

    `step` is called for every line. Raises `Refused` naming file, line, field and reason.
    """
    done = Imported()
    for group in grouped(lines(path, done, step)):
        written = annotate_many(marked(group), by=by)
        done.written += written
        done.same += sum(map(len, group.values())) - written
    return done


def grouped(found: Iterator[Line]) -> Iterator[dict[str, list[Line]]]:
    """Lines by the name of their document, in groups."""
    group: dict[str, list[Line]] = {}
    count = 0
    for name, run in groupby(found, key=lambda line: line.values["document"]):
        for line in run:
            group.setdefault(name, []).append(line)
            count += 1
            if count == MOST_LINES:
                yield group
                group, count = {}, 0
        if len(group) == MOST_DOCUMENTS:
            yield group
            group, count = {}, 0
    if group:
        yield group


def lines(path: Path, done: Imported, step: Callable[[], object]) -> Iterator[Line]:
    try:
        with path.open("rb") as file:
            for number, data in enumerate(file, start=1):
                if data.strip():
                    line = parsed(path, number, data)
                    if not line.values.keys() <= KNOWN:
                        done.passed_over |= line.values.keys() - KNOWN
                    step()
                    yield line
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from None


def parsed(path: Path, number: int, data: bytes) -> Line:
    try:
        words = data.decode().strip()
        values, end = scan(words)
        if end < len(words):
            raise json.JSONDecodeError("Extra data", words, end)
    except ValueError as error:  # also bytes that are not UTF-8
        reason = f"not JSON in UTF-8: {error}."
        raise Refused(f"{path}, line {number}: {reason}") from None
    if not isinstance(values, dict):
        raise Refused(f"{path}, line {number}: not a JSON object.")
    line = Line(path, number, values)
    if [type(values.get(name)) for name in REQUIRED] != KINDS_REQUIRED:
        check_required(line)
    for name in OPTIONAL:
        if name in values and type(values[name]) is not str:
            raise line.refuse(name, "has to be a text.")
    if b"\\u" in data:
        check_storable(line)
    return line


def check_required(line: Line) -> None:
    for name, kind in REQUIRED.items():
        if name not in line.values:
            raise line.refuse(name, "is missing.")
        if type(line.values[name]) is not kind:
            raise line.refuse(name, "has to be " + ("a number." if kind is int else "a text."))


def check_storable(line: Line) -> None:
    """Refuse what no database takes; JSON spells it with an escape."""
    for name, value in line.values.items():
        if name in KNOWN and isinstance(value, str) and replace_unstorable(value)[1]:
            raise line.refuse(name, "holds U+0000 or half a surrogate pair.")


def marked(group: dict[str, list[Line]]) -> Iterator[tuple[Target, list[Span]]]:
    """What is to be marked in each document, checked against its newest text."""
    found = targets(group)
    runs: dict[int, tuple[Target, list[Line]]] = {}
    for name, run in group.items():
        target = the_only(found[name], run[0])
        runs.setdefault(target.rendition, (target, []))[1].extend(run)
    for rendition, text in texts(runs):
        target, run = runs[rendition]
        yield target, [span(line, text) for line in run]


def the_only(found: list[Target], line: Line) -> Target:
    name = line.values["document"]
    if len(found) != 1:
        several = "more than one" if found else "none"
        raise line.refuse("document", f"{several} is called “{name}”.")
    if not found[0].rendition:
        raise line.refuse("document", f"“{name}” has no text yet.")
    return found[0]


def span(line: Line, text: str) -> Span:
    """The mark that a line asks for. What another tool counted may cut a character in two."""
    values = line.values
    start, end, quote = values["start"], values["end"], values["quote"]
    if not 0 <= start < end <= len(text):
        raise line.refuse("start", f"{start} to {end} is no range of the text's {len(text)}.")
    if text[start:end] != quote:
        raise line.refuse("quote", f"is not what stands at {start} to {end}.")
    label = values.get("label", "")
    kind = label if label in KINDS else NOTE
    body, name = values.get("note", ""), values.get("id", "")
    made = Span(start, end, sha256(quote), kind, body, name, label)
    try:
        check(made)
    except Refused as refusal:
        raise Refused(f"{line.where}: {refusal}") from None
    return made
