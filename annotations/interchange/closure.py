"""What rows need: the rows that they refer to, or that name them without a foreign key."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, Q, QuerySet

from annotations.models import Evidence
from archive.models import User


def with_heirs(model: type[Model], keys: set[int], reference: str) -> set[int]:
    """Primary keys of rows and of all that they refer to in their own table."""
    while True:
        rows = model._default_manager.filter(pk__in=keys).exclude(**{reference: None})
        found = keys | set(rows.values_list(reference, flat=True))
        if found == keys:
            return keys
        keys = found


def with_merged(model: type[Model], keys: set[int]) -> set[int]:
    """Primary keys of rows, of those they were merged into, and of those merged into them."""
    keys = with_heirs(model, keys, "merged_into")
    while True:
        merged = model._default_manager.filter(merged_into__in=keys)
        found = keys | set(merged.values_list("pk", flat=True))
        if found == keys:
            return keys
        keys = found


def within(evidence: QuerySet[Any], annotations: QuerySet[Any]) -> QuerySet[Any]:
    """Evidence that stands in these annotations or outside the archive, and on nothing else."""
    fits = Q(annotation=None) | Q(annotation__in=annotations)
    keys = set(evidence.filter(fits).values_list("pk", flat=True))
    while True:
        rests = Q(derived_from=None) | Q(derived_from__in=keys)
        left = set(evidence.filter(rests, pk__in=keys).values_list("pk", flat=True))
        if left == keys:
            return Evidence.objects.filter(pk__in=keys)
        keys = left


def of_subjects(
    model: type[Model], chosen: dict[type[Model], QuerySet[Any]], *subjects: type[Model]
) -> QuerySet[Any]:
    """The rows of a model without foreign keys that name these subjects."""
    uids = Q()
    for subject in subjects:
        uids |= Q(subject_uid__in=chosen[subject].values("uid"))
    return model._default_manager.filter(uids)


def accounts(querysets: Iterable[QuerySet[Any]]) -> QuerySet[Any]:
    """The accounts that these rows name."""
    keys = {key for queryset in querysets for key in account_keys(queryset)}
    return User.objects.filter(pk__in=keys)


def account_keys(queryset: QuerySet[Any]) -> Iterator[int]:
    for part in queryset.model._meta.concrete_fields:
        if part.related_model is User:
            yield from queryset.order_by().values_list(part.attname, flat=True).distinct()
