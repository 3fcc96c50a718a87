"""A progress bar on a terminal, and nothing where output is piped."""

import sys

from tqdm import tqdm


def bar(unit: str) -> "tqdm[None]":
    """Counts `unit`s on stderr; `update()` is one more. A context manager."""
    return tqdm(unit=f" {unit}", disable=not sys.stderr.isatty(), leave=False)
