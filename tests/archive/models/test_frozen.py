"""What is written once: refused by the model, and behind its back by the database."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F

from archive.models import Frozen, FrozenError
from tests.rows import Rows, label

FROZEN = Frozen.all_models()
# What a column of each kind is changed to, in SQL.
OTHER = {
    "BigAutoField": "987654",
    "BooleanField": "NOT {column}",
    "CharField": "'o'",
    "DateField": "'2001-01-01'",
    "DateTimeField": "'2001-01-01 00:00:00+00:00'",
    "FloatField": "0.123",
    "ForeignKey": "987654",
    "JSONField": """'["other"]'""",
    "OneToOneField": "987654",
    "PositiveBigIntegerField": "987654",
    "PositiveIntegerField": "987654",
    "PositiveSmallIntegerField": "5",
    "SlugField": "'other'",
    "TextField": "'other'",
    "URLField": "'https://archive.example/changed'",
}
# Ways of a database's own to write over rows without an UPDATE or a DELETE.
ROUNDABOUT = {
    "sqlite": """
        INSERT OR REPLACE INTO {table} SELECT * FROM {table};
        REPLACE INTO {table} SELECT * FROM {table};
        INSERT INTO {table} SELECT * FROM {table} WHERE true
            ON CONFLICT (id) DO UPDATE SET id = id + 987654
    """,
    "postgresql": """
        TRUNCATE {table} CASCADE;
        INSERT INTO {table} SELECT * FROM {table}
            ON CONFLICT (id) DO UPDATE SET id = {table}.id + 987654
    """,
}

every_frozen_model = pytest.mark.parametrize("model", FROZEN, ids=label)


@contextmanager
def refused() -> Iterator[None]:
    """The database says that these rows are frozen; what came before stays."""
    with pytest.raises(IntegrityError, match="rows are frozen"), transaction.atomic():
        yield


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def fixture(row: models.Model, **changes: Any) -> str:
    """The row as `loaddata` reads it, with all digits of its times."""
    (data,) = serializers.serialize("python", [row])
    data["fields"] |= changes
    return json.dumps([data], default=lambda value: value.isoformat())


def load(text: str) -> None:
    for row in serializers.deserialize("json", text):
        row.save()


@every_frozen_model
def test_a_saved_row_cannot_be_saved_again(rows: Rows, model: type[Frozen]) -> None:
    with pytest.raises(FrozenError, match="frozen"):
        rows[model].save()


@every_frozen_model
def test_a_row_cannot_be_deleted(rows: Rows, model: type[Frozen]) -> None:
    with pytest.raises(FrozenError, match="frozen"):
        rows[model].delete()


@every_frozen_model
def test_a_queryset_cannot_update_or_delete(rows: Rows, model: type[Frozen]) -> None:
    manager: models.Manager[Any] = model._default_manager
    name = model._meta.concrete_fields[1].name
    values = {name: getattr(rows[model], name)}
    before = list(manager.values())
    for act in (
        lambda: manager.update(**values),
        lambda: manager.all().update(**values),
        lambda: manager.all().delete(),
        lambda: manager.bulk_update([rows[model]], [name]),
        lambda: manager.all().bulk_update([rows[model]], [name]),
        lambda: manager.update_or_create(pk=rows[model].pk, defaults=values),
    ):
        with pytest.raises(FrozenError, match="frozen"):
            act()
    assert list(manager.values()) == before


@every_frozen_model
def test_a_base_manager_that_refuses_nothing_is_stopped_by_the_database(
    rows: Rows, model: type[Frozen]
) -> None:
    everything: models.QuerySet[Any] = model._base_manager.all()
    with refused():
        everything.update(id=F("id") + 987654)
    with refused():
        everything._raw_delete(everything.db)


@every_frozen_model
def test_no_column_can_be_changed_by_sql(rows: Rows, model: type[Frozen]) -> None:
    table, key = model._meta.db_table, rows[model].pk
    for field in model._meta.concrete_fields:
        column = f'"{field.column}"'
        other = OTHER[field.get_internal_type()].format(column=column)
        with refused():
            execute(f'UPDATE "{table}" SET {column} = {other} WHERE id = {key}')


@every_frozen_model
def test_no_row_can_be_deleted_by_sql(rows: Rows, model: type[Frozen]) -> None:
    with refused():
        execute(f'DELETE FROM "{model._meta.db_table}"')


@every_frozen_model
def test_no_row_can_be_written_over_in_a_roundabout_way(rows: Rows, model: type[Frozen]) -> None:
    for statement in ROUNDABOUT[connection.vendor].split(";"):
        with refused():
            execute(statement.format(table=model._meta.db_table))


@every_frozen_model
def test_an_identical_rewrite_passes(rows: Rows, model: type[Frozen]) -> None:
    kept = model._default_manager.filter(pk=rows[model].pk)
    before = kept.values().get()
    load(fixture(kept.get()))
    for field in model._meta.concrete_fields:
        execute(f'UPDATE "{model._meta.db_table}" SET "{field.column}" = "{field.column}"')
    assert kept.values().get() == before


@every_frozen_model
def test_a_fixture_that_differs_is_refused(rows: Rows, model: type[Frozen]) -> None:
    values: dict[type[models.Field[Any, Any]], Any] = {
        models.TextField: "other",
        models.CharField: "other",
        models.PositiveIntegerField: 7,
    }
    name, value = next(
        (field.name, value)
        for field in reversed(model._meta.concrete_fields)
        for kind, value in values.items()
        if isinstance(field, kind)
    )
    with refused():
        load(fixture(rows[model], **{name: value}))
