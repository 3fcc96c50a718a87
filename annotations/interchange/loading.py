"""Loading an export: rows, originals and texts, all or nothing.

Rows that are here already, the same in every field, are left as they are; one that differs is
refused by name. Projections are made anew from the editions, so those in the file are passed over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction

from annotations.interchange.merging import unknown
from annotations.interchange.ordering import Model, natural_fields
from annotations.interchange.package import Package, opened
from annotations.interchange.rows import CHUNK, Column, Row, columns
from archive import storage
from archive.actions.projections import rebuild
from archive.errors import Refused
from archive.models import Entry, Operation, User
from archive.searching import port

NAMES_KEPT = 10_000


@dataclass
class Loaded:
    """How many rows were written, and how many were here already."""

    written: int = 0
    same: int = 0


def load(path: Path, *, by: User, step: Callable[[], object] = bool) -> Loaded:
    """Load the export in a folder. `step` is called after every row.

    Raises `Refused` naming the file or the row that cannot be taken; then nothing was written but
    originals, which are kept under their digests and do no harm.
    """
    package = opened(path)
    store(package)
    with transaction.atomic():
        loaded = Loader(package, step).run()
        if loaded.written:
            rebuild()
            port.rebuild()
    detail = {"written": loaded.written, "same": loaded.same}
    Operation.objects.create(kind="load", by=by, detail=detail)
    return loaded


def store(package: Package) -> None:
    for row in package.rows():
        if file := package.blob_of(row):
            storage.put(file.read_bytes())


class Loader:
    """The rows of one package on their way into the database, some at a time."""

    def __init__(self, package: Package, step: Callable[[], object]) -> None:
        self.package, self.step, self.loaded = package, step, Loaded()
        self.pending: list[models.Model] = []
        self.primary_key = lru_cache(NAMES_KEPT)(primary_key)

    def run(self) -> Loaded:
        rows = (row for row in self.package.rows() if row.model is not Entry)
        for model, group in groupby(rows, key=lambda row: row.model):
            self.load_model(group, is_empty=not model._default_manager.exists())
        return self.loaded

    def load_model(self, rows: Iterator[Row], *, is_empty: bool) -> None:
        while batch := list(islice(rows, CHUNK)):
            new = batch if is_empty else unknown(batch)
            for row in new:
                instance = self.instance(row)  # first: it may flush what waits
                self.pending.append(instance)
                self.step()
            self.flush()
            self.loaded.written += len(new)
            self.loaded.same += len(batch) - len(new)

    def flush(self) -> None:
        rows, self.pending = self.pending, []
        try:
            with transaction.atomic():
                type(rows[0])._base_manager.bulk_create(rows) if rows else None
        except DatabaseError as error:
            reason = str(error).splitlines()[0]
            raise Refused(
                f"The database refuses rows of {rows[0]._meta.verbose_name}: {reason}."
            ) from error

    def instance(self, row: Row) -> models.Model:
        """The row as a model's instance, with its text or a password that nobody has."""
        values = {column.attribute: self.value(row, column) for column in columns(row.model)}
        if row.model is User:
            values["password"] = make_password(None)
        if file := self.package.text_of(row):
            values["text"] = file.read_bytes().decode()
        return row.model(**values)

    def value(self, row: Row, column: Column) -> Any:
        given = row.fields[column.name]
        try:
            if column.refers is None:
                return column.field.to_python(given)
            return given and self.find(column.refers, tuple(given))
        except (ValidationError, TypeError, ValueError):
            raise Refused(f"{row}: the value of the field {column.name} does not fit.") from None
        except models.ObjectDoesNotExist:
            name = "/".join(map(str, given))
            raise Refused(
                f"{row}: the field {column.name} names {name}, which is nowhere."
            ) from None

    def find(self, model: Model, key: tuple[Any, ...]) -> int:
        """The primary key of a row; it may be among those that wait to be written."""
        try:
            return self.primary_key(model, key)
        except models.ObjectDoesNotExist:
            self.flush()
            return self.primary_key(model, key)


def primary_key(model: Model, key: tuple[Any, ...]) -> int:
    named = dict(zip(natural_fields(model), key, strict=True))
    found: int = model._default_manager.values_list("pk", flat=True).get(**named)
    return found
