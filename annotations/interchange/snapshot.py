"""One state of the database for all that is read in a block, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

POSTGRESQL = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def snapshot() -> Iterator[None]:
    """Inside, nothing may be written. Inside another transaction it is that one's state."""
    if connection.in_atomic_block:
        yield
        return
    with reading(), transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute(POSTGRESQL)
        yield


@contextmanager
def reading() -> Iterator[None]:
    """On SQLite a transaction begins as a reader, so that no writer waits for it."""
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode  # type: ignore[attr-defined]
