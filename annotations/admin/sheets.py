"""One sheet an item: what was recognised, and the form in which a person confirms it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from annotations.actions.ingest import ingest_item
from annotations.actions.placing import (
    document_at,
    document_named,
    known_as,
    source_called,
    source_named,
    titled,
)
from annotations.admin.ingest_forms import ItemForm
from annotations.admin.recognised import held, recognised
from annotations.admin.remembering import remember
from annotations.admin.staging import Batch
from archive.actions import slugs
from archive.ingest import Item
from archive.models import Document, User
from archive.searching.look_alikes import LookAlike, look_alikes


@dataclass
class Sheet:
    """`form` is None where the item is not read; `twin` has its bytes, `is_duplicate` all of it.

    `earlier` came from the same address before; `alike` may be other copies of the same text.
    `follows` says that a sheet above has an earlier capture of the same page of a web archive.
    """

    item: Item
    facts: dict[str, Any]
    form: ItemForm | None
    twin: Document | None
    is_duplicate: bool
    earlier: Document | None = None
    alike: Sequence[LookAlike] = ()
    follows: bool = False

    @property
    def wanted(self) -> bool:
        return bool(self.form and self.form.data.get(self.form.add_prefix("included")))

    def is_ready(self) -> bool:
        """Whether there is nothing left to correct; what is not ticked is not looked at."""
        return not self.wanted or bool(self.form and self.form.is_valid())


def sheets(batch: Batch, data: Mapping[str, Any] | None) -> list[Sheet]:
    """All sheets of a batch, with what was typed in `data`."""
    said, used = batch.content(), set[str]()
    found = [
        sheet(item, said, used, data, number) for number, item in enumerate(batch.items(), start=1)
    ]
    return [replace(each, follows=is_later(each, found[:at])) for at, each in enumerate(found)]


def is_later(each: Sheet, above: Sequence[Sheet]) -> bool:
    name = known_as(each.item) if each.item.fetched and not each.is_duplicate else ""
    return bool(name) and any(known_as(one.item) == name for one in above if one.form)


def sheet(
    item: Item,
    said: dict[str, Any],
    used: set[str],
    data: Mapping[str, Any] | None,
    number: int,
) -> Sheet:
    if item.parsed is None:
        return Sheet(item, recognised(item), None, None, False)
    initial = proposed(item, said, used)
    twin, is_duplicate = held(item, url=initial["url"], captured_at=initial["captured_at"])
    named, earlier = initial["document"], document_at(initial["url"])
    initial |= {"included": not is_duplicate, "document": twin or named or earlier}
    form = ItemForm(data, initial=initial, prefix=f"item{number}")
    known = [each.pk for each in (twin, earlier) if each]
    alike = look_alikes(item.parsed.text, Document.objects.exclude(pk__in=known))
    return Sheet(item, recognised(item), form, twin, is_duplicate, earlier, alike)


def proposed(item: Item, said: dict[str, Any], used: set[str]) -> dict[str, Any]:
    """What the form says before a person corrects it: what was said, else what was recognised."""
    assert item.parsed is not None
    moment = said["captured_at"]
    title = said["title"] or titled(item)
    source = source_called(said["source"] or item.source) if said["source"] or item.source else None
    return {
        "title": title,
        "slug": fresh(title, used),
        "source": source,
        "new_source": "" if source else item.source,
        "authors": item.parsed.authors,
        "language": item.parsed.language or "",
        "published": item.parsed.published or "",
        "url": said["url"] or item.url,
        "captured_at": datetime.fromisoformat(moment) if moment else item.captured_at,
        "document": document_named(item.external_id, source),
    }


def fresh(title: str, used: set[str]) -> str:
    """An address that neither the archive nor another sheet of the page has."""
    slug, number = slugs.propose("document", title), 2
    while slug in used:
        slug, number = slugs.propose("document", f"{title[:60]} {number}"), number + 1
    used.add(slug)
    return slug


@transaction.atomic
def bring_in(found: list[Sheet], *, by: User, method: str) -> list[dict[str, Any]]:
    """Every ticked sheet, or none where one is refused; says what became of each."""
    made: dict[str, Document] = {}
    return [bring(each, made, by=by, method=method) for each in found if each.wanted]


def bring(each: Sheet, made: dict[str, Document], *, by: User, method: str) -> dict[str, Any]:
    """`made` are the documents of the sheets above, by what they are known as."""
    assert each.form is not None
    typed = dict(each.form.cleaned_data)
    if each.follows and not typed["document"]:
        typed["document"] = made.get(known_as(each.item))
    typed.pop("included")
    new_source = typed.pop("new_source")
    if new_source and not typed["source"]:
        typed["source"] = source_named(new_source, by=by)
    done = ingest_item(
        item=each.item,
        by=by,
        method="paste" if each.item.path == "pasted text" else method,
        original_name=each.item.path[:255],
        external_id=each.item.external_id,
        **typed,
    )
    document = done.document
    made.setdefault(known_as(each.item), document)
    if done.status == "ingested":
        remember(by, [document], "Brought in.", is_new=True)
    return {
        "name": each.item.path,
        "status": done.status,
        "title": document.title,
        "slug": document.slug,
        "pk": document.pk,
    }
