"""Python's search for rings of garbage, kept from what is there anyway."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_what_is_new() -> Iterator[None]:
    """A long run makes many objects, and each search would go through all modules again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
