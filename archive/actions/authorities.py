"""Authority records: made, changed with all their names, merged."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from archive.actions.events import record
from archive.edtf import is_edtf
from archive.errors import Refused
from archive.models import AccessPoint, Authority, Document, Name, NameKind, User
from archive.naming import is_identifier, is_language, key
from archive.searching import port


class Naming(NamedTuple):
    """Another name of a record, its language (BCP 47) and its kind (`NameKind`)."""

    text: str
    language: str = ""
    kind: str = NameKind.VARIANT


@transaction.atomic
def create_authority(
    *,
    kind: str,
    name: str,
    by: User,
    names: Iterable[Naming] = (),
    at: datetime | None = None,
    **values: Any,
) -> Authority:
    """A new record. `values`: language, dates, description, identifiers."""
    authority = Authority(
        kind=kind,
        name=name,
        key=key(name),
        created_by=by,
        created_at=at or timezone.now(),
        **values,
    )
    check(authority)
    authority.save(force_insert=True)
    rename(authority, names)
    record(subject=authority, event_type="creation", by=by, at=at, detail={"kind": kind})
    return authority


@transaction.atomic
def change_authority(
    *,
    authority: Authority,
    expected: int,
    by: User,
    names: Iterable[Naming] | None = None,
    at: datetime | None = None,
    **values: Any,
) -> Authority:
    """Change it if it is still at version `expected`, else raise `Conflict`.

    `names` are all that it has from now on beside the preferred one; None leaves them.
    """
    if "name" in values:
        values["key"] = key(values["name"])
    wanted = copy(authority)
    for field, value in values.items():
        setattr(wanted, field, value)
    check(wanted)
    authority.change(expected=expected, **values)
    if names is not None:
        rename(authority, names)
    fields = sorted({*values, *(["names"] if names is not None else [])} - {"key"})
    record(
        subject=authority,
        event_type="metadata modification",
        by=by,
        at=at,
        detail={"fields": fields},
    )
    port.refresh(Document.objects.filter(access_points__authority=authority).distinct())
    return authority


def check(authority: Authority) -> None:
    """Refuse what no record says."""
    if authority.merged_into:
        raise Refused(f"This record was merged into “{authority.merged_into}”: change that one.")
    if not authority.name.strip():
        raise Refused("A record needs a name.")
    if authority.language and not is_language(authority.language):
        raise Refused(f"“{authority.language}” is no language tag: use en, ru, zh-Latn …")
    if authority.dates and not is_edtf(authority.dates):
        raise Refused(f"“{authority.dates}” is no date in EDTF: use 1858-05-28, 1809/1881, 1850~ …")
    for address in authority.identifiers:
        if not is_identifier(address):
            raise Refused(f"“{address}” has not the shape of an identifier's address.")
    try:
        authority.clean_fields(exclude=["created_by", "merged_into"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None


def rename(authority: Authority, names: Iterable[Naming]) -> None:
    """Let the record have these names and no others; one that stays keeps its row."""
    wanted = {(name.text, name.language): checked(name) for name in names}
    held = {(row.text, row.language): row for row in authority.names.all()}
    for place, row in held.items():
        if place not in wanted:
            row.delete()
        elif row.kind != wanted[place].kind:
            Name.objects.filter(pk=row.pk).update(kind=wanted[place].kind)
    Name.objects.bulk_create(
        Name(authority=authority, key=key(name.text), **name._asdict())
        for place, name in wanted.items()
        if place not in held
    )


def checked(name: Naming) -> Naming:
    row = Name(key=key(name.text), **name._asdict())
    try:
        row.clean_fields(exclude=["authority"])
    except ValidationError as error:
        raise Refused(f"“{name.text}”: {' '.join(error.messages)}") from None
    if name.language and not is_language(name.language):
        raise Refused(f"“{name.language}” is no language tag: use en, ru, zh-Latn …")
    return name


@transaction.atomic
def merge(
    *,
    authority: Authority,
    into: Authority,
    expected: int,
    by: User,
    at: datetime | None = None,
) -> Authority:
    """Let one record take over the names and documents of another, which stays and leads to it.

    Returns the one that took over. Raises `Conflict` where `authority` is not at `expected`.
    """
    rows = Authority.objects.select_for_update().order_by("pk")
    locked = {row.pk: row for row in rows.filter(pk__in=[authority.pk, into.pk])}
    old, heir = locked[authority.pk], locked[into.pk]
    if old == heir:
        raise Refused("A record cannot be merged into itself.")
    check(heir)
    check(old)
    old.change(expected=expected, merged_into=heir)
    take_names(old, heir)
    heir.change(expected=heir.version)
    documents = take_documents(old, heir)
    tell(old, heir, documents, by=by, at=at)
    port.refresh(Document.objects.filter(pk__in=[row.pk for row in documents]))
    return heir


def take_names(old: Authority, heir: Authority) -> None:
    """All names of the one become names of the other, which keeps its own."""
    held = {(heir.name, heir.language), *heir.names.values_list("text", "language")}
    found = {(old.name, old.language): Naming(old.name, old.language)}
    for row in old.names.all():
        found[row.text, row.language] = Naming(row.text, row.language, row.kind)
    Name.objects.bulk_create(
        Name(authority=heir, key=key(name.text), **name._asdict())
        for place, name in found.items()
        if place not in held
    )


def take_documents(old: Authority, heir: Authority) -> list[Document]:
    """Move the documents of the one to the other, in the same roles; returns them."""
    held = set(heir.access_points.values_list("document", "role"))
    points = list(old.access_points.select_related("document").order_by("document__slug", "role"))
    for point in points:
        if (point.document_id, point.role) in held:
            point.delete()
        else:
            AccessPoint.objects.filter(pk=point.pk).update(authority=heir)
    return list(dict.fromkeys(point.document for point in points))


def tell(
    old: Authority, heir: Authority, documents: list[Document], *, by: User, at: datetime | None
) -> None:
    """The same in both histories: a local term, since PREMIS has none for it."""
    objects = [f"document:{document.uid}" for document in documents]
    detail = {"merged": old.uid, "into": heir.uid}
    for subject in (old, heir):
        record(subject=subject, event_type="merger", by=by, at=at, detail=detail, objects=objects)
