"""Several at once, each on a connection of its own: on PostgreSQL, or on SQLite in a file."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection, connections

Act = Callable[[], Any]


class Arena:
    """The test's database, in a place where threads can meet in it.

    Threads that share a database in memory wait for one another at every statement, so SQLite's
    is copied to a file first. What the threads write there, `ask` reads there.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / "arena.sqlite3"
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with sqlite3.connect(self.file) as file:
                connection.connection.backup(file)
            file.close()

    def at_once(self, *acts: Act) -> list[Any]:
        """What each act returned or raised, in their order; all start together."""
        start = threading.Barrier(len(acts))
        results: list[Any] = [None] * len(acts)

        def run(number: int, act: Act) -> None:
            try:
                self.connect()
                start.wait()
                results[number] = act()
            except Exception as error:
                results[number] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    def ask(self, question: Act) -> Any:
        """What one act returns there; what it raises is raised here."""
        (result,) = self.at_once(question)
        if isinstance(result, Exception):
            raise result
        return result

    def connect(self) -> None:
        """Give this thread a connection of its own."""
        if connection.vendor == "sqlite":
            own = connections.create_connection("default")
            own.settings_dict = own.settings_dict | {"NAME": str(self.file)}
            connections["default"] = own
