"""An export as it lies in its folder: checked against its manifest before anything is believed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotations.interchange.fixtures import BLOBS, FORMAT, ROWS, TEXTS
from annotations.interchange.folder import MANIFEST
from annotations.interchange.ordering import Model
from annotations.interchange.rows import Row, columns, exported
from archive.errors import Refused
from archive.models import Blob, Rendition

PIECE = 1 << 20
# Lines of the array that hold no row.
BRACKETS = (b"[", b"]", b"[]", b"")


@dataclass(frozen=True)
class Package:
    """A folder that says it is an export."""

    path: Path
    manifest: dict[str, Any]

    def rows(self) -> Iterator[Row]:
        """The rows, read a line at a time. Raises `Refused` naming file, line and reason."""
        path = self.path / ROWS
        with path.open("rb") as file:
            for number, data in enumerate(file, start=1):
                if data.strip() not in BRACKETS:
                    yield parsed(f"{path}, line {number}", data.strip().removesuffix(b","))

    def blob_of(self, row: Row) -> Path | None:
        """The file of the original that a row names."""
        return self.path / BLOBS / row.fields["sha256"] if row.model is Blob else None

    def text_of(self, row: Row) -> Path | None:
        """The file of a rendition's text."""
        name = f"{row.fields['text_sha256']}.txt" if row.model is Rendition else ""
        return self.path / TEXTS / name if name else None

    def check(self) -> None:
        """Raises `Refused` naming the first file that is missing, changed or not called for."""
        if digest(self.path / ROWS) != self.manifest[ROWS]["sha256"]:
            raise Refused(f"{self.path / ROWS} was changed after the export.")
        for row in self.rows():
            file = self.blob_of(row) or self.text_of(row)
            if file and digest(file) != file.name.removesuffix(".txt"):
                raise Refused(f"{file} was changed after the export.")
        for part in (BLOBS, TEXTS):
            self.check_count(part)

    def check_count(self, part: str) -> None:
        path = self.path / part
        found, wanted = sum(1 for _ in path.iterdir()), self.manifest[part]["files"]
        if found != wanted:
            raise Refused(f"{path} holds {found} files, and the manifest says {wanted}.")


def parsed(where: str, data: bytes) -> Row:
    try:
        content = json.loads(data)
    except ValueError as error:  # also bytes that are not UTF-8
        raise Refused(f"{where}: not JSON in UTF-8: {error}.") from None
    is_row = isinstance(content, dict) and set(content) == {"model", "fields"}
    if not is_row or not isinstance(content["fields"], dict):
        raise Refused(f"{where}: a row has the fields model and fields, and no other.")
    model = models().get(str(content["model"]))
    if model is None:
        raise Refused(f"{where}: no model {content['model']} travels.")
    wanted = {column.name for column in columns(model)}
    if strange := sorted(wanted ^ content["fields"].keys()):
        verb = "is missing" if strange[0] in wanted else "is not known"
        raise Refused(f"{where}: the field {strange[0]} {verb}.")
    return Row(model, content["fields"])


@cache
def models() -> dict[str, Model]:
    return {model._meta.label_lower: model for model in exported()}


def digest(path: Path) -> str:
    if not path.is_file():
        raise Refused(f"{path} is missing.")
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            found.update(piece)
    return found.hexdigest()


def opened(path: Path) -> Package:
    """The export in a folder, checked. Raises `Refused` where it is none or not whole."""
    manifest = path / MANIFEST
    if not manifest.is_file():
        raise Refused(f"{manifest} is missing: {path} is not an export of fixtures.")
    try:
        content = json.loads(manifest.read_bytes())
    except ValueError as error:
        raise Refused(f"{manifest}: not JSON: {error}.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Refused(f"{manifest}: the field format is not {FORMAT}.")
    package = Package(path, content)
    try:
        package.check()
    except KeyError as error:
        raise Refused(f"{manifest}: the field {error.args[0]} is missing.") from None
    return package
