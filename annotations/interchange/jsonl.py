"""The `jsonl` format of annotations: one a line, `document start end quote label note`.

`document` is an address or a name elsewhere, `start` and `end` count code points of its newest
text, `quote` has to stand there. `id` is kept as the annotation's name elsewhere. A label that is
one of our kinds and needs nothing more makes the annotation of that kind; any other is a note.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from annotations.actions.annotate import annotate
from annotations.models import Annotation, AnnotationKind
from archive.errors import Refused
from archive.models import Document, Rendition, User

KINDS = (AnnotationKind.EVIDENCE, AnnotationKind.QUESTION)
REQUIRED: dict[str, type] = {"document": str, "start": int, "end": int, "quote": str}
OPTIONAL: dict[str, type] = {"label": str, "note": str, "id": str}


@dataclass
class Imported:
    """How many became annotations, how many were there already, which keys meant nothing."""

    written: int = 0
    same: int = 0
    passed_over: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Line:
    """A line that was understood, and where it stands."""

    where: str
    values: dict[str, Any]

    def refuse(self, name: str, reason: str) -> Refused:
        return Refused(f"{self.where}, field {name}: {reason}")


@transaction.atomic
def read(path: Path, *, by: User, step: Callable[[], object] = bool) -> Imported:
    """Annotate as the file says, all or nothing; what is there already stays as it is.

    `step` is called after every line. Raises `Refused` naming file, line, field and reason.
    """
    done, name, rendition = Imported(), "", None
    for line in lines(path):
        if rendition is None or line.values["document"] != name:
            name, rendition = line.values["document"], newest(line)
        columns = columns_of(line, rendition)
        if is_there(columns):
            done.same += 1
        else:
            write(line, columns, by)
            done.written += 1
        done.passed_over |= line.values.keys() - REQUIRED.keys() - OPTIONAL.keys()
        step()
    return done


def lines(path: Path) -> Iterator[Line]:
    try:
        with path.open("rb") as file:
            for number, data in enumerate(file, start=1):
                if data.strip():
                    yield parsed(f"{path}, line {number}", data)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from None


def parsed(where: str, data: bytes) -> Line:
    try:
        values = json.loads(data)
    except ValueError as error:  # also bytes that are not UTF-8
        raise Refused(f"{where}: not JSON in UTF-8: {error}.") from None
    if not isinstance(values, dict):
        raise Refused(f"{where}: not a JSON object.")
    line = Line(where, values)
    for name, kind in (REQUIRED | OPTIONAL).items():
        if name not in values and name in REQUIRED:
            raise line.refuse(name, "is missing.")
        if name in values and type(values[name]) is not kind:
            raise line.refuse(name, "has to be " + ("a number." if kind is int else "a text."))
    return line


def newest(line: Line) -> Rendition:
    """The newest text of the document that a line names."""
    name = line.values["document"]
    found = Document.objects.filter(slug=name)[:1] or Document.objects.filter(external_id=name)[:2]
    if len(found) != 1:
        raise line.refuse("document", f"{'more than one' if found else 'none'} is called “{name}”.")
    rows = Rendition.objects.filter(capture__document=found[0]).select_related("capture__document")
    rendition = rows.order_by("-number").first()
    if rendition is None:
        raise line.refuse("document", f"“{name}” has no text yet.")
    return rendition


def columns_of(line: Line, rendition: Rendition) -> dict[str, Any]:
    values = line.values
    start, end, label = values["start"], values["end"], values.get("label", "")
    if not 0 <= start < end <= rendition.length:
        raise line.refuse(
            "start", f"{start} to {end} is no range of the text's {rendition.length}."
        )
    if rendition.text[start:end] != values["quote"]:
        raise line.refuse("quote", f"is not what stands at {start} to {end}.")
    return {
        "rendition": rendition,
        "start": start,
        "end": end,
        "kind": label if label in KINDS else AnnotationKind.NOTE,
        "label": label,
        "body": values.get("note", ""),
        "external_id": values.get("id", ""),
    }


def is_there(columns: dict[str, Any]) -> bool:
    return Annotation.objects.active().filter(**columns).exists()


def write(line: Line, columns: dict[str, Any], by: User) -> None:
    try:
        annotate(by=by, **columns)
    except Refused as refusal:
        raise Refused(f"{line.where}: {refusal}") from None
