"""Python's search for rings of garbage, kept from what is there anyway."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects made before the next search. A group has many that live to its end, and rings are few.
MANY = 100_000


@contextmanager
def only_what_is_new() -> Iterator[None]:
    """A long run makes many objects, and each search would go through all modules again."""
    first, *further = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(MANY, *further)
    try:
        yield
    finally:
        gc.set_threshold(first, *further)
        gc.unfreeze()
