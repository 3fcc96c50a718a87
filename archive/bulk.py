"""Rows by the hundred, laid straight into their tables: columns in, no instances.

What the database refuses elsewhere it refuses here: constraints and guards are its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from django.db import connection, models

Model = type[models.Model]
Values = tuple[Any, ...]
Prepare = Callable[[Any], Any]

# How the next primary keys are taken; in SQLite a transaction that writes is alone.
SQLITE_KEYS = "SELECT seq FROM sqlite_sequence WHERE name = %s"
POSTGRESQL_KEYS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
# Rows of one statement: to begin and end it costs as much as a small row.
TOGETHER = 50


@contextmanager
def many() -> Iterator[None]:
    """Insert many rows. In memory, not in a file, SQLite keeps what the pages that one statement
    changes were before, which for rows with random names are as many as its rows.

    To no effect in a transaction; what queries sort is in memory too meanwhile.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store = MEMORY")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA temp_store = DEFAULT")


def keys(model: Model, count: int) -> list[int]:
    """Primary keys for `count` rows that are inserted in this transaction."""
    assert connection.in_atomic_block, "keys are taken for rows of the same transaction"
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE_KEYS, [table])
            row = cursor.fetchone()
            first = (row[0] if row else 0) + 1
            return [*range(first, first + count)]
        cursor.execute(POSTGRESQL_KEYS, [f'"{table}"', count])
        return [key for (key,) in cursor.fetchall()]


def insert(
    model: Model,
    names: Sequence[str],
    rows: Iterable[Values],
    *,
    unless_there: str = "",
    **same: Any,
) -> None:
    """Insert rows whose values stand in the order of `names` (a reference as `…_id`).

    `same` are columns with one value for all rows; those that nobody names get the default of
    their field. With `unless_there`, a row whose value of that unique column is there already is
    passed over.
    """
    fields = [field(model, name) for name in names]
    rest = [each for each in model._meta.concrete_fields if left(each, (*names, *same))]
    told = [(field(model, name), value) for name, value in same.items()]
    told += [(each, each.get_default()) for each in rest]
    constants = tuple(prepared(each)(value) for each, value in told)
    named = (*columns(fields), *columns(each for each, _ in told))
    found = [*laid(fields, rows, constants)]
    alone = len(found) % TOGETHER
    with connection.cursor() as cursor:
        for count, values in ((1, found[:alone]), (TOGETHER, together(found[alone:]))):
            cursor.executemany(statement(model, named, unless_there, count), values)


def update(model: Model, names: Sequence[str], rows: Iterable[Values]) -> None:
    """Give rows new values in the order of `names`; the primary key stands last.

    Only for columns that the database takes as they are.
    """
    given = ", ".join(f'"{field(model, name).column}" = %s' for name in names)
    with connection.cursor() as cursor:
        cursor.executemany(f'UPDATE "{model._meta.db_table}" SET {given} WHERE "id" = %s', [*rows])


def columns(fields: Iterable[Any]) -> tuple[str, ...]:
    return tuple(each.column for each in fields)


def together(rows: list[Values]) -> list[Values]:
    """The values of as many rows as one statement takes in one, again and again."""
    starts = range(0, len(rows), TOGETHER)
    return [tuple(chain.from_iterable(rows[at : at + TOGETHER])) for at in starts]


@cache
def statement(model: Model, columns: tuple[str, ...], unless_there: str, count: int) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    row = f"({', '.join(['%s'] * len(columns))})"
    clash = f' ON CONFLICT ("{unless_there}") DO NOTHING' if unless_there else ""
    values = ", ".join([row] * count)
    return f'INSERT INTO "{model._meta.db_table}" ({named}) VALUES {values}{clash}'


@cache
def field(model: Model, name: str) -> Any:
    return next(each for each in model._meta.concrete_fields if each.attname == name)


def left(each: Any, names: Sequence[str]) -> bool:
    """Whether a column was not named and takes its default. One that has to differ is asked for."""
    if each.primary_key or each.attname in names:
        return False
    assert not (each.unique and each.has_default()), f"{each} has to be given for every row"
    return True


def laid(fields: list[Any], rows: Iterable[Values], constants: Values) -> Iterator[Values]:
    """The rows as the database takes them."""
    special = [(at, prepared(each)) for at, each in enumerate(fields) if is_special(each)]
    if not special:
        yield from (row + constants for row in rows) if constants else rows
        return
    for row in rows:
        values = [*row, *constants]
        for at, prepare in special:
            values[at] = prepare(values[at])
        yield tuple(values)


def is_special(each: Any) -> bool:
    """Whether Python's value is not what the database's own library takes."""
    return isinstance(each, models.DateTimeField | models.JSONField)


def prepared(each: Any) -> Prepare:
    """A field's way from Python to the database; what comes often is made once."""

    def made(value: Any) -> Any:
        return each.get_db_prep_save(value, connection)

    if isinstance(each, models.JSONField):
        empty = {kind: made(kind()) for kind in (list, dict)}
        adapted, encoder = connection.ops.adapt_json_value, each.encoder
        return lambda value: (
            adapted(value, encoder) if value else empty.get(type(value)) or made(value)
        )
    if isinstance(each, models.DateTimeField):
        return lru_cache(maxsize=10)(connection.ops.adapt_datetimefield_value)
    return made
