"""Runs of words that stand only once. Pure."""

from collections.abc import Iterable, Iterator, Sequence

Stretch = tuple[int, int]


def unique_runs(
    keys: Sequence[int], stretches: Iterable[Stretch], length: int
) -> dict[tuple[int, ...], int]:
    """Where each run of `length` words begins that stands once in all the stretches, in order."""
    found: dict[tuple[int, ...], int] = {}
    for first, end in stretches:
        part = keys[first:end]
        runs = zip(*(part[step:] for step in range(length)), strict=False)
        for place, run in enumerate(runs, first):
            found[run] = -1 if run in found else place
    return {run: place for run, place in found.items() if place >= 0}


def free_stretches(taken: Sequence[int], first: int, end: int) -> Iterator[Stretch]:
    """Where `taken` is negative, between two places."""
    begun = -1
    for place in range(first, end):
        if taken[place] < 0 <= begun or (taken[place] >= 0 > begun):
            continue
        if taken[place] < 0:
            begun = place
        else:
            yield begun, place
            begun = -1
    if begun >= 0:
        yield begun, end
