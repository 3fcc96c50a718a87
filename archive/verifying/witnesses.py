"""Rows that events speak of: they are there, and have the digests that the events say.

A row that is changed together with the digest beside it is found out by its event.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from archive.models import Blob, Capture, Deaccession, Edition, Event, Rating, Rendition, Withdrawal
from archive.verifying.problem import CHUNK, Problem, Tally

# Of these names, the digests of the rows that are there.
Rows = Callable[[set[str]], dict[str, dict[str, str]]]


def plainly(queryset: QuerySet[Any], key: str, *digests: str) -> Rows:
    """Rows that are named by one column."""

    def rows(names: set[str]) -> dict[str, dict[str, str]]:
        found = queryset.filter(**{f"{key}__in": names}).values(key, *digests)
        return {row.pop(key): row for row in found}

    return rows


def editions(names: set[str]) -> dict[str, dict[str, str]]:
    found = numbered(names, "kind", "slug", "number")
    return {"/".join(map(str, key)): {"sha256": digest} for *key, digest in found}


def numbered(names: set[str], *columns: str) -> QuerySet[Any, tuple[Any, ...]]:
    slugs = {name.split("/")[1] for name in names}
    return Edition.objects.filter(slug__in=slugs).values_list(*columns, "sha256")


def withdrawals(names: set[str]) -> dict[str, dict[str, str]]:
    slugs = {name.split("/")[1] for name in names}
    rows = Withdrawal.objects.filter(edition__slug__in=slugs)
    keys = rows.values_list("edition__kind", "edition__slug", "edition__number")
    return {"/".join(map(str, key)): {} for key in keys}


KINDS: dict[str, Rows] = {
    "blob": plainly(Blob.objects.all(), "sha256"),
    "capture": plainly(Capture.objects.all(), "uid"),
    "rendition": plainly(Rendition.objects.all(), "uid", "text_sha256", "structure_sha256"),
    "deaccession": plainly(Deaccession.objects.all(), "uid"),
    "rating": plainly(Rating.objects.all(), "uid"),
    "edition": editions,
    "withdrawal": withdrawals,
}


def witnesses(tally: Tally, kinds: dict[str, Rows] = KINDS) -> Iterator[Problem]:
    rows = Event.objects.order_by("pk").iterator(chunk_size=CHUNK)
    while batch := list(islice(rows, CHUNK)):
        said = [(name, event.detail) for event in batch for name in spoken_of(event)]
        for kind, find in kinds.items():
            wanted = [(name, detail) for (of, name), detail in said if of == kind]
            tally["witness"] += len(wanted)
            yield from compare(kind, wanted, find)


def spoken_of(event: Event) -> Iterator[tuple[str, str]]:
    """Kind and name of the rows that an event speaks of."""
    for item in event.objects_touched:
        kind, _, name = item.partition(":")
        yield kind, name
        if kind == "edition" and "withdrawn edition" in event.detail:
            yield "withdrawal", name
    for kind in ("rating", "assessment"):
        if kind in event.detail:
            yield kind, event.detail[kind]


def compare(kind: str, wanted: list[tuple[str, dict[str, Any]]], find: Rows) -> Iterator[Problem]:
    here = find({name for name, _ in wanted}) if wanted else {}
    for name, detail in wanted:
        row = here.get(name)
        if row is None:
            yield Problem(kind, name, "it is gone, and an event speaks of it")
        elif any(detail.get(key, digest) != digest for key, digest in row.items()):
            yield Problem(kind, name, "it has another digest than an event says")
