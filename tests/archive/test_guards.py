"""The database's guards: made again after migrations, missed by the system check, lifted once."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, connection, transaction

from archive import guards
from archive.models import Blob, Frozen, Operation
from tests import factories

GUARDS = [
    (model, name)
    for model in Frozen.all_models()
    for name in guards.names(model, connection.vendor)
]
pytestmark = pytest.mark.django_db


def drop(model: type[Frozen], name: str) -> None:
    table = f' ON "{model._meta.db_table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{table}')


def complaints() -> list[str]:
    found = checks.run_checks(databases=["default"])
    return [str(message.msg) for message in found if message.id == "archive.E001"]


def test_all_guards_stand_after_migrating() -> None:
    assert guards.standing(connection) == {name for _, name in GUARDS}
    assert guards.missing(connection) == []
    assert complaints() == []


def test_no_table_but_the_frozen_ones_is_guarded() -> None:
    tables = {model._meta.db_table for model, _ in GUARDS}
    assert Operation._meta.db_table not in tables
    assert len(tables) == len(Frozen.all_models())


@pytest.mark.parametrize(("model", "name"), GUARDS, ids=lambda value: str(value)[-40:])
def test_a_guard_that_is_gone_is_named(model: type[Frozen], name: str) -> None:
    drop(model, name)
    assert guards.missing(connection) == [name]
    (complaint,) = complaints()
    assert name in complaint


def test_migrate_makes_what_is_gone_again() -> None:
    for model, name in GUARDS:
        drop(model, name)
    assert len(complaints()) == len(GUARDS)
    call_command("migrate", verbosity=0)
    assert complaints() == []


def test_the_check_stops_what_would_work_on_an_unguarded_archive() -> None:
    drop(*GUARDS[0])
    with pytest.raises(SystemCheckError, match="guard"):
        call_command("check", databases=["default"])


def test_a_check_that_may_not_touch_databases_does_not() -> None:
    drop(*GUARDS[0])
    assert [message for message in checks.run_checks() if message.id == "archive.E001"] == []


def test_making_guards_twice_changes_nothing() -> None:
    before = definitions()
    guards.make(connection)
    assert definitions() == before


def definitions() -> list[Any]:
    query = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
        "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger "
        "WHERE NOT tgisinternal ORDER BY tgname",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def test_what_was_lifted_stands_again_even_after_an_error() -> None:
    with pytest.raises(LookupError) as error, guards.lifted(connection):
        raise LookupError(guards.standing(connection))
    assert error.value.args == (set(),)
    assert guards.missing(connection) == []


def test_inside_the_lift_rows_can_be_removed_and_after_it_not() -> None:
    blobs = [Blob(sha256=letter * 64, size=1) for letter in "ab"]
    Blob.objects.bulk_create(blobs)
    remove = Blob._base_manager.filter(sha256="a" * 64)
    with guards.lifted(connection):
        remove._raw_delete(remove.db)
    remove = Blob._base_manager.filter(sha256="b" * 64)
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        remove._raw_delete(remove.db)
    assert [blob.sha256[0] for blob in Blob.objects.all()] == ["b"]


@pytest.fixture
def remade(transactional_db: None) -> Iterator[None]:
    """The table of blobs made anew, as SQLite does in many a migration: its triggers are gone."""
    with connection.schema_editor() as editor:
        if connection.vendor == "sqlite":
            editor._remake_table(Blob)  # type: ignore[attr-defined]
        else:
            table = editor.quote_name(Blob._meta.db_table)
            editor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    guards.make(connection)


@pytest.mark.usefixtures("remade")
def test_a_migration_that_remade_a_table_leaves_it_guarded() -> None:
    assert guards.missing(connection) == sorted(guards.names(Blob, connection.vendor))
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []
    text = factories.rendition()
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Blob._base_manager.filter(pk=text.capture.blob.pk).update(size=1)


def test_migrate_says_what_to_do_where_a_guard_is_missing() -> None:
    drop(*GUARDS[0])
    with pytest.raises(CommandError, match="--skip-checks"):
        call_command("migrate", skip_checks=False, verbosity=0)
