"""What `ingest` was asked to do, carried out item by item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from os.path import basename
from typing import Any

from django.db import DatabaseError, transaction

from annotations.actions.ingest import ingest_items
from annotations.actions.placing import Placing, check_address, known_as, source_called
from annotations.management.groups import groups
from annotations.management.ledger import Ledger, Numbered
from annotations.management.result import Result
from archive.actions.ingest import Ingested, find_duplicate
from archive.digests import sha256
from archive.errors import Refused
from archive.ingest import Item
from archive.models import CaptureMethod, Conflict, Document, Source, User

# An enumeration takes long to say its value.
COMMAND = CaptureMethod.COMMAND.value


@dataclass(frozen=True)
class Errand:
    """`by` None is a dry run. `title` and `url` are for a single item.

    What becomes of the items is written down in the `ledger`.
    """

    by: User | None
    source: Source | None = None
    url: str = ""
    title: str = ""
    ledger: Ledger | None = None
    # Documents of web archives, by what makes two items captures of one.
    crawled: dict[str, str] = field(default_factory=dict)

    def results(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result]]:
        """What becomes of each; written in groups, each of them whole or not at all."""
        for group in groups(items):
            for item, result in zip(group, self.worked(group), strict=True):
                self.remember(item, result.document)
                yield item, result

    def worked(self, group: list[Item]) -> list[Result]:
        if self.by is None or self.ledger is None:
            return [*map(self.look, group)]
        return self.bring(self.ledger.numbered(group), self.by, self.ledger)

    def remember(self, item: Item, document: str) -> None:
        if item.fetched and document:
            self.crawled.setdefault(known_as(item), document)

    def bring(self, group: list[Numbered], by: User, ledger: Ledger) -> list[Result]:
        """A group in one transaction. Whatever goes wrong with an item stays with it."""
        try:
            with transaction.atomic():
                results = self.bring_all([item for _, item in group], by)
                ledger.note(group, results)
                return results
        except (Refused, Conflict, DatabaseError, OSError) as error:
            if len(group) == 1:
                results = [Result("failed", str(error))]
                ledger.note(group, results)
                return results
            middle = len(group) // 2
            halves = group[:middle], group[middle:]
            return [result for half in halves for result in self.bring(half, by, ledger)]

    def bring_all(self, group: list[Item], by: User) -> list[Result]:
        placing = Placing(group, by=by, source=self.source, url=self.url)
        wanted, results = [], []
        for item in group:
            result, columns = self.prepared(item, placing)
            results.append(result)
            wanted += [(item, columns)] if columns else []
        done = iter(ingest_items(wanted, by=by))
        return [result or became(next(done)) for result in results]

    def prepared(self, item: Item, placing: Placing) -> tuple[Result | None, dict[str, Any]]:
        """A failure, or the columns that the item comes in with."""
        if item.parsed is None:
            return Result("failed", item.reason), {}
        try:
            columns = placing.of(item)
        except Refused as refusal:
            return Result("failed", str(refusal)), {}
        columns |= {"method": COMMAND, "original_name": basename(item.path)[:255]}
        if slug := self.crawled.get(known_as(item)):
            columns["document"] = Document.objects.get(slug=slug)
        return None, columns | ({"title": self.title} if self.title else {})

    def look(self, item: Item) -> Result:
        """What bringing it in would do; nothing is written."""
        if item.parsed is None:
            return Result("failed", item.reason)
        try:
            url = check_address(self.url or item.url)
        except Refused as refusal:
            return Result("failed", str(refusal))
        twin = find_duplicate(digest=sha256(item.data), url=url, captured_at=item.captured_at)
        return Result("duplicate", document=twin.document.slug) if twin else Result("parsed")


def became(done: Ingested) -> Result:
    if done.laid:
        place = done.laid.place
        return Result(done.status, "", place.slug, done.capture_id, place.is_new)
    return Result(done.status, "", done.document.slug, done.capture_id)


def known_source(slug: str) -> Source:
    """The source that a person named. Raises Refused: a slip of the pen must not make one."""
    found = source_called(slug)
    if found is None:
        raise Refused(f"There is no publisher or platform “{slug}”: add it in the admin first.")
    return found
