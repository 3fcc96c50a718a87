"""Items in groups that are written together."""

from collections.abc import Iterable, Iterator
from time import monotonic

from annotations.actions.placing import known_as
from archive.ingest import Item

# A group ends with the first of these that it reaches, so that neither memory nor what a kill
# undoes grows with what is brought in.
MOST, LARGEST, LONGEST = 200, 4 * 1024 * 1024, 2.0


def groups(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in their order. No name stands twice in a group: the second of it is a new capture
    of what the first became."""
    group: list[Item] = []
    names: set[str] = set()
    size, begun = 0, monotonic()
    for item in items:
        name = known_as(item)
        if group and (name in names or is_full(len(group), size, begun)):
            yield group
            group, names, size, begun = [], set(), 0, monotonic()
        group.append(item)
        names |= {name} - {""}
        size += len(item.data)
    if group:
        yield group


def is_full(count: int, size: int, begun: float) -> bool:
    return count >= MOST or size >= LARGEST or monotonic() - begun >= LONGEST
