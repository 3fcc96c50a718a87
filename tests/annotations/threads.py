"""Acts that happen at once: each in a thread with a database connection of its own."""

import threading
from collections.abc import Callable

from django.db import connections

Act = Callable[[], object]
PATIENCE = 60


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
