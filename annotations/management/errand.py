"""What `ingest` was asked to do, carried out item by item."""

from dataclasses import dataclass
from pathlib import PurePath

from django.db import DatabaseError, transaction

from annotations.actions.ingest import ingest_item
from annotations.actions.placing import check_address, placed, source_called
from archive.actions.ingest import find_duplicate
from archive.digests import sha256
from archive.errors import Refused
from archive.ingest import Item
from archive.models import CaptureMethod, Conflict, Source, User


@dataclass(frozen=True)
class Result:
    """`status` is ingested, duplicate, parsed or failed; `document` the slug where there is one."""

    status: str
    reason: str = ""
    document: str = ""


@dataclass(frozen=True)
class Errand:
    """`by` None is a dry run. `title` and `url` are for a single item."""

    by: User | None
    source: Source | None = None
    url: str = ""
    title: str = ""

    def result(self, item: Item) -> Result:
        """One item, in a transaction of its own: whatever goes wrong with it stays with it."""
        if item.parsed is None:
            return Result("failed", item.reason)
        try:
            return self.bring(item, self.by) if self.by else self.look(item)
        except (Refused, Conflict, DatabaseError, OSError) as error:
            return Result("failed", str(error))

    @transaction.atomic
    def bring(self, item: Item, by: User) -> Result:
        columns = placed(item, by=by, source=self.source, url=self.url)
        done = ingest_item(
            item=item,
            by=by,
            method=CaptureMethod.COMMAND,
            original_name=PurePath(item.path).name[:255],
            **columns | ({"title": self.title} if self.title else {}),
        )
        return Result(done.status, document=done.document.slug)

    def look(self, item: Item) -> Result:
        """What bringing it in would do; nothing is written."""
        url = check_address(self.url or item.url)
        twin = find_duplicate(digest=sha256(item.data), url=url, captured_at=item.captured_at)
        return Result("duplicate", document=twin.document.slug) if twin else Result("parsed")


def known_source(slug: str) -> Source:
    """The source that a person named. Raises Refused: a slip of the pen must not make one."""
    found = source_called(slug)
    if found is None:
        raise Refused(f"There is no publisher or platform “{slug}”: add it in the admin first.")
    return found
