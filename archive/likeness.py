"""How much two texts have in common, whatever was done to blanks, case and punctuation. Pure.

After A. Broder, "On the resemblance and containment of documents" (1997): a text is the set of
its runs of words; its containment in another is the share of its runs that stand there too.
"""

import re
from collections.abc import Iterator

RUN = 5
# Runs that are looked for in an index, and the words of each.
PROBES, PROBE = 12, 6
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def runs(text: str) -> set[int]:
    """Every run of five words, by its hash; of a shorter text the one that it is."""
    found = words(text)
    if not found:
        return set()
    last = max(1, len(found) - RUN + 1)
    return {hash(tuple(found[at : at + RUN])) for at in range(last)}


def likeness(left: str, right: str) -> float:
    """How much of the shorter text stands in the longer, from 0 to 1."""
    first, second = runs(left), runs(right)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def probes(text: str) -> Iterator[str]:
    """Runs of words as they stand, spread over the text: what another copy of it would hold."""
    found = _WORD.findall(text)
    if len(found) < PROBE:
        return
    step = max(1, (len(found) - PROBE) // PROBES)
    for at in range(0, len(found) - PROBE + 1, step)[:PROBES]:
        yield " ".join(found[at : at + PROBE])
