"""The checks of the record, in the order in which they run."""

from collections.abc import Iterator

from django.db import connection

from archive import guards
from archive.verifying.blobs import blobs
from archive.verifying.editions import editions, quotations
from archive.verifying.events import chains
from archive.verifying.problem import Check, Problem, Tally
from archive.verifying.renditions import renditions
from archive.verifying.subjects import addresses
from archive.verifying.witnesses import witnesses


def standing(tally: Tally) -> Iterator[Problem]:
    """The triggers that hold frozen rows frozen."""
    tally["guard"] += len(guards.standing(connection))
    for name in guards.missing(connection):
        yield Problem("guard", name, "it is missing: `migrate` makes it anew")


CHECKS: tuple[Check, ...] = (
    standing,
    blobs,
    renditions,
    chains,
    witnesses,
    editions,
    quotations,
    addresses,
)
