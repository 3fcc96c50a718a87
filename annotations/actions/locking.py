"""Locks, always in one order: documents, claims, sources, each by slug.

Whoever changes one of these, or what hangs on it, records an event of it and takes its row's lock
for that: while it is locked here, nothing that is composed of it changes, and nobody waits in a
circle.
"""

from collections.abc import Callable

from django.db import connection, transaction

from annotations.models import Claim
from archive.models import Document, Source, Subject

Keys = dict[type[Subject], set[int]]
ORDER: tuple[type[Subject], ...] = (Document, Claim, Source)


def lock(wanted: Callable[[], Keys]) -> None:
    """Lock the rows that `wanted` names by primary key, until the transaction ends.

    What was waited for may have made it name more: then all are let go and locked anew, in order.
    On SQLite there is nothing to do, a transaction that writes is alone.
    """
    if not connection.features.has_select_for_update:
        return
    keys = wanted()
    while True:
        point = transaction.savepoint()
        take(keys)
        more = {model: keys.get(model, set()) | found for model, found in wanted().items()}
        if more == keys:
            return transaction.savepoint_commit(point)
        transaction.savepoint_rollback(point)
        keys = more


def take(keys: Keys) -> None:
    for model in ORDER:
        if found := keys.get(model):
            rows = model._base_manager.select_for_update().filter(pk__in=found)
            list(rows.order_by("slug").values_list("pk"))
