"""Triggers that hold frozen rows frozen: the database refuses what the model refuses.

They are made again after every migration (a table remake on SQLite drops them) and a system
check names the missing ones. An identical rewrite, as `loaddata` does, passes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import AppConfig
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.models.frozen import Frozen

PREFIX = "variorum_frozen"

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are frozen: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def names(model: type[models.Model], vendor: str) -> list[str]:
    """The names of the guards of a frozen model's table on one kind of database."""
    table = model._meta.db_table
    verbs = ["delete", "update", *(["truncate"] if vendor == "postgresql" else [])]
    return [f"{PREFIX}_{table}_{verb}" for verb in verbs]


def sqlite_statements(model: type[models.Model]) -> list[str]:
    table = model._meta.db_table
    delete, update = names(model, "sqlite")
    columns = [field.column for field in model._meta.local_concrete_fields]
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    refusal = f"BEGIN SELECT RAISE(ABORT, '{table} rows are frozen'); END"
    return [
        f'CREATE TRIGGER "{delete}" BEFORE DELETE ON "{table}" {refusal}',
        f'CREATE TRIGGER "{update}" BEFORE UPDATE ON "{table}" WHEN {changed} {refusal}',
    ]


def postgresql_statements(model: type[models.Model]) -> list[str]:
    table = model._meta.db_table
    delete, update, truncate = names(model, "postgresql")
    refuse = f"EXECUTE FUNCTION {PREFIX}()"
    changed = "WHEN (OLD.* IS DISTINCT FROM NEW.*)"
    return [
        f'CREATE TRIGGER "{delete}" BEFORE DELETE ON "{table}" FOR EACH ROW {refuse}',
        f'CREATE TRIGGER "{update}" BEFORE UPDATE ON "{table}" FOR EACH ROW {changed} {refuse}',
        f'CREATE TRIGGER "{truncate}" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT {refuse}',
    ]


STATEMENTS = {"sqlite": sqlite_statements, "postgresql": postgresql_statements}


def standing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the guards that the database has now."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall() if name.startswith(PREFIX)}


def present(connection: BaseDatabaseWrapper) -> list[type[Frozen]]:
    """The frozen models whose tables exist."""
    tables = set(connection.introspection.table_names())
    return [model for model in Frozen.all_models() if model._meta.db_table in tables]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The guards that should stand and do not."""
    wanted = [name for model in present(connection) for name in names(model, connection.vendor)]
    return sorted(set(wanted) - standing(connection))


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for model in present(connection):
            table = f' ON "{model._meta.db_table}"' if connection.vendor == "postgresql" else ""
            for name in names(model, connection.vendor):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{table}')


def make(connection: BaseDatabaseWrapper) -> None:
    """Drop what stands and make all guards anew, so that new columns are watched too."""
    drop(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for model in present(connection):
            for statement in STATEMENTS[connection.vendor](model):
                cursor.execute(statement)


def remake(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """After the migrations of an app that has frozen rows: see `make`."""
    if any(issubclass(model, Frozen) for model in sender.get_models()):
        make(connections[using])


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """For the test harness's flush, and nothing else: no guards inside the block."""
    drop(connection)
    try:
        yield
    finally:
        make(connection)
