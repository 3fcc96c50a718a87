"""Acts that happen at once: each in a thread with a database connection of its own."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections

Act = Callable[[], object]
PATIENCE = 60


@contextmanager
def apart(path: Path) -> Iterator[None]:
    """Inside, threads have connections of their own.

    SQLite in memory is one connection for all of them: there the block works on a copy of the
    database in the file `path`, which needs WAL and its waiting writers as the real one does.
    """
    if connection.vendor != "sqlite":
        yield
        return
    memory = connections["default"]
    name = memory.settings_dict["NAME"]
    copy(memory.connection, path)
    memory.settings_dict["NAME"] = str(path)
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        memory.settings_dict["NAME"] = name
        connections["default"] = memory


def copy(database: sqlite3.Connection, path: Path) -> None:
    target = sqlite3.connect(path)
    database.backup(target)
    target.close()


def started(act: Act, results: list[object], gate: threading.Barrier) -> threading.Thread:
    """A thread that waits at the gate, acts, and leaves what the act returned or raised."""

    def run() -> None:
        gate.wait(PATIENCE)
        try:
            results.append(act())
        except Exception as problem:
            results.append(problem)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def at_once(*acts: Act) -> list[object]:
    """What each act returned or raised, in the order of the acts; they start together."""
    gate = threading.Barrier(len(acts))
    results: list[list[object]] = [[] for _ in acts]
    threads = [started(act, results[at], gate) for at, act in enumerate(acts)]
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return [found for (found,) in results]
