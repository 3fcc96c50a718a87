"""What became of the items of a run, written down in its batch with the items themselves."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from annotations.management.result import Result
from archive.actions import batches
from archive.actions.batches import Noted
from archive.errors import Refused
from archive.ingest import Item
from archive.models import Batch

Numbered = tuple[int, Item]


class Ledger:
    """The next items of a batch, numbered from the last one on."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.last = batch.items.count()

    def numbered(self, group: list[Item]) -> list[Numbered]:
        first = self.last + 1
        self.last += len(group)
        return list(enumerate(group, first))

    def note(self, group: list[Numbered], results: list[Result]) -> None:
        batches.note(self.batch, rows(group, results))

    def left(self, items: Iterator[Item], seen: Callable[[Item, str], None]) -> Iterator[Item]:
        """The items after those that are written down; `seen` is told of these and their documents.

        Raises `Refused` where the paths hold something else by now.
        """
        kept = self.batch.items.order_by("position").values_list("path", "capture__document__slug")
        for (path, slug), item in zip(kept.iterator(), islice(items, self.last), strict=False):
            if item.path != path:
                raise Refused(f"{item.path} stands where {path} stood: {batches.CHANGED}")
            seen(item, slug or "")
        return items


class Retried(Ledger):
    """The items of a batch that failed, each at its old place."""

    def __init__(self, batch: Batch) -> None:
        super().__init__(batch)
        failed = batch.items.failed().values_list("path", "position")
        self.places = dict(failed)

    def numbered(self, group: list[Item]) -> list[Numbered]:
        return [(self.places[item.path], item) for item in group]

    def note(self, group: list[Numbered], results: list[Result]) -> None:
        batches.note_again(self.batch, rows(group, results))


def rows(group: Iterable[Numbered], results: Iterable[Result]) -> Iterator[Noted]:
    for (position, item), became in zip(group, results, strict=True):
        yield Noted(position, item.path, became.status, became.reason, became.capture,
                    became.is_new)  # fmt: skip
