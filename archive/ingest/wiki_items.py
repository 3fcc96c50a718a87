"""The pages of a MediaWiki export as items: one is the file itself, of several each is its part."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from archive.ingest import wikitext
from archive.ingest.item import Item
from archive.ingest.unreadable import Unreadable
from archive.ingest.wiki_export import Exported, is_export, pages

_START = 1 << 12


def is_wiki_export(path: Path) -> bool:
    with path.open("rb") as file:
        return is_export(file.read(_START).decode("utf-8-sig", "replace"))


def items(path: Path, shown: str) -> Iterator[Item]:
    """Each page with the bytes that it is made of; `shown` is the path as it may be shown."""
    data = path.read_bytes()
    found = pages(data)
    first = [*islice(found, 2)]
    if len(first) < 2:
        yield _item(shown, data, path.name)
        return
    for page in chain(first, found):
        yield _item(f"{shown}: {_title(page)}", data[page.start : page.end], path.name)


def _item(where: str, data: bytes, name: str) -> Item:
    try:
        parsed = wikitext.parse(data, name)
    except Unreadable as error:
        return Item(where, data, None, str(error))
    return Item(where, data, parsed, title=parsed.title or "")


def _title(page: Exported) -> str:
    return page.page.get("title") or f"page {page.page.get('id', 'without a name')}"
