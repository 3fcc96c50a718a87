"""Where an item that is brought in belongs: its publisher or platform, its document."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Q

from archive.actions import slugs
from archive.actions.addresses import documents_at
from archive.actions.sources import create_source
from archive.errors import Refused
from archive.ingest import Item
from archive.models import Document, Source, User

TITLE_LENGTH = 300
# What most addresses are, and what the validator accepts after a much longer look.
PLAIN = re.compile(r"https?://(?:[a-z0-9]{1,60}\.){1,4}[a-z]{2,20}/[!-~]{0,1000}")
check_web = URLValidator(["http", "https", "ftp"])


def titled(item: Item) -> str:
    """The title that the item gives itself, or else the name that it came under."""
    own = item.title or (item.parsed and item.parsed.title) or item.external_id
    words = " ".join((own or item.path.rsplit("/", 1)[-1]).split())
    return words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1] + "…"


def source_called(name: str) -> Source | None:
    return Source.objects.filter(Q(slug=name) | Q(name=name)).order_by("pk").first()


def check_address(url: str) -> str:
    """The address as it is, "" included. Raises `Refused` for what no browser should follow."""
    try:
        if url and not PLAIN.fullmatch(url):
            check_web(url)
    except ValidationError:
        raise Refused(f"“{url}” is no web address.") from None
    return url


@transaction.atomic
def source_named(name: str, *, by: User) -> Source:
    """The source of this slug or name; one that nobody has heard of is made, not rated yet."""
    found = source_called(name)
    return found or create_source(slug=slugs.propose("source", name), name=name[:200], by=by)


def document_named(external_id: str, source: Source | None) -> Document | None:
    """The document that this source calls by this name: new bytes are a new capture of it."""
    if not external_id:
        return None
    return Document.objects.filter(external_id=external_id, source=source).first()


def document_at(url: str) -> Document | None:
    """The document that came from this address before, where it is one: a later look at the
    address is likely a later capture of it, which a person confirms."""
    found = documents_at(url)[:2]
    return found[0] if len(found) == 1 else None


def known_as(item: Item) -> str:
    """What makes two items captures of one document: a name elsewhere, an address in a crawl."""
    crawl = item.fetched.get("web_archive", "")
    return item.external_id or (f"{crawl} {item.url}" if crawl and item.url else "")


class Placing:
    """Where the items of a group belong. What the archive has of them is asked for once."""

    def __init__(
        self, items: Iterable[Item], *, by: User, source: Source | None = None, url: str = ""
    ) -> None:
        self.by, self.source, self.url = by, source, url
        self.sources: dict[str, Source] = {}
        names = {item.external_id for item in items if item.external_id}
        rows = Document.objects.filter(external_id__in=names)
        self.documents = {(row.external_id, row.source_id): row for row in rows}

    def of(self, item: Item) -> dict[str, Any]:
        """Columns for `ingest_item` from what the item says and what was said about it."""
        url = check_address(self.url or item.url)
        source = self.source or (self.source_of(item) if item.source else None)
        return {
            "title": titled(item),
            "source": source,
            "url": url,
            "captured_at": item.captured_at,
            "external_id": item.external_id,
            "document": self.documents.get((item.external_id, source.pk if source else None)),
        }

    def source_of(self, item: Item) -> Source:
        if item.source not in self.sources:
            self.sources[item.source] = source_named(item.source, by=self.by)
        return self.sources[item.source]
