"""Rows as they travel: which models, in which order, which columns, and the JSON of a row.

Rows name themselves and one another by natural keys, never by primary keys, so that they mean the
same in every archive; every reference points backwards. Times keep their microseconds: the
digests of events are taken over them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from annotations.interchange.ordering import Model, in_order, natural_fields
from annotations.models import ClaimWord
from archive.models import Batch, BatchItem, Operation, Rendition, User

APPS = ("archive", "annotations")
# What only looked, working papers and an index: no export depends on them.
LEFT_OUT: frozenset[Any] = frozenset({Batch, BatchItem, ClaimWord, Operation})
# Of an account only what its judgements need: no password, address, right or date.
ONLY: dict[Any, set[str]] = {
    User: {"uid", "username", "display_name", "kind", "event_count", "event_head"}
}
# Texts travel as files named by their digest.
OMITTED: dict[Any, set[str]] = {Rendition: {"text"}}
# Rows held in memory at a time.
CHUNK = 50


@dataclass(frozen=True)
class Column:
    """A field of a row: `lookups` are the natural key where it `refers` to another row."""

    field: "models.Field[Any, Any]"
    lookups: tuple[str, ...]
    refers: Model | None

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def attribute(self) -> str:
        """Where an instance keeps it: a reference as a primary key."""
        return self.field.attname


@dataclass(frozen=True)
class Row:
    """A row on its way: its model and its fields in JSON's own types."""

    model: Model
    fields: dict[str, Any]

    @property
    def key(self) -> tuple[Any, ...]:
        """The natural key, nested keys spread out: the same tuple that a reference holds."""
        return tuple(self.value(lookup) for lookup in natural_fields(self.model))

    def value(self, lookup: str) -> Any:
        """The value of a natural field such as `rendition__uid`."""
        name, _, _ = lookup.partition("__")
        column = next(column for column in columns(self.model) if column.name == name)
        value = self.fields[name]
        return value[column.lookups.index(lookup)] if column.refers else value

    def __str__(self) -> str:
        """How errors name it: keys say nothing of what a document says."""
        key = "/".join(map(str, self.key))
        return f"{self.model._meta.verbose_name} {key}"


def travels(field: "models.Field[Any, Any]") -> bool:
    model = field.model
    left_out = OMITTED.get(model, set())
    return not field.primary_key and field.name in ONLY.get(model, {field.name}) - left_out


def column(field: "models.Field[Any, Any]") -> Column:
    related = field.related_model
    if related is None:
        return Column(field, (field.name,), None)
    assert isinstance(related, type)
    lookups = tuple(f"{field.name}__{part}" for part in natural_fields(related))
    return Column(field, lookups, related)


@cache
def columns(model: Model) -> tuple[Column, ...]:
    return tuple(column(field) for field in model._meta.concrete_fields if travels(field))


def references(model: Model) -> set[Model]:
    """The other models that its rows refer to."""
    return {column.refers for column in columns(model) if column.refers} - {model}


@cache
def exported() -> tuple[Model, ...]:
    """The models that travel: each after those that it refers to, else by name."""
    waiting = {
        model: references(model)
        for app in APPS
        for model in sorted(apps.get_app_config(app).get_models(), key=lambda m: m._meta.label)
        if model not in LEFT_OUT
    }
    done: list[Model] = []
    while waiting:
        ready = next(model for model, wants in waiting.items() if wants <= {*done})
        done.append(ready)
        del waiting[ready]
    return tuple(done)


def read(queryset: models.QuerySet[Any]) -> Iterator[Row]:
    """The rows of a queryset in order, a chunk of them in memory at a time."""
    model: Model = queryset.model
    lookups = [lookup for column in columns(model) for lookup in column.lookups]
    for values in in_order(queryset).values_list(*lookups).iterator(chunk_size=CHUNK):
        yield Row(model, fields(model, iter(values)))


def fields(model: Model, values: Iterator[Any]) -> dict[str, Any]:
    found = {}
    for part in columns(model):
        taken = [plain(next(values)) for _ in part.lookups]
        found[part.name] = (None if None in taken else taken) if part.refers else taken[0]
    return found


def plain(value: Any) -> Any:
    """A column's value in JSON's own types; times in UTC with all their digits."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def line(row: Row) -> str:
    """A row as one line of JSON, as `loaddata` reads it."""
    content = json.dumps(row.fields, ensure_ascii=False, sort_keys=True)
    return f'{{"model": "{row.model._meta.label_lower}", "fields": {content}}}'
