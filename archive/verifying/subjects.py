"""What has a history, in every app: documents, sources, accounts, claims."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from archive.models import Slug, SlugState, Subject
from archive.verifying.problem import CHUNK, Problem, Tally


def subject_models() -> list[type[Subject]]:
    found = [model for model in apps.get_models() if issubclass(model, Subject)]
    return sorted(found, key=lambda model: model.subject_kind)


def heads(model: type[Subject]) -> Iterator[dict[str, tuple[str, int, str]]]:
    """Name, number of events and last digest by random name, some subjects at a time."""
    name = model.natural_fields[0]
    rows = model._base_manager.order_by("pk").values_list("uid", name, "event_count", "event_head")
    found = rows.iterator(chunk_size=CHUNK)
    while batch := {uid: (name, count, head) for uid, name, count, head in islice(found, CHUNK)}:
        yield batch


def addresses(tally: Tally) -> Iterator[Problem]:
    """Every address in use is in the register of those that are never given again."""
    for model in subject_models():
        if "slug" not in model.natural_fields:
            continue
        registered = Slug.objects.filter(
            kind=model.subject_kind,
            value=OuterRef("slug"),
            subject_uid=OuterRef("uid"),
            state=SlugState.CURRENT,
        )
        rows: QuerySet[Any] = model._base_manager.all()
        tally["address"] += rows.count()
        missing = rows.exclude(Exists(registered)).order_by("pk")
        for slug in missing.values_list("slug", flat=True).iterator(chunk_size=CHUNK):
            yield Problem(model.subject_kind, slug, "its address is not in the register")
