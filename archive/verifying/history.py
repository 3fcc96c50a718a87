"""When originals were last looked at, by whom, and with what result.

Checks stand in the operations log: one row an original (`fixity`), or one for all that there were
at that time (`verify`).
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import Max

from archive.models import Blob, Operation

CHECK = "fixity check"
NEVER = datetime.min.replace(tzinfo=UTC)
LATEST = 10  # checks that are shown


class Looked(NamedTuple):
    """One check of one original; `problem` is "" where it passed."""

    at: datetime
    by: str
    tool: str
    problem: str


def looked(row: Operation, digest: str) -> Looked:
    problem = row.detail.get("problem", "") or row.detail.get("failed", {}).get(digest, "")
    return Looked(row.at, row.by.username if row.by else "", row.detail.get("tool", ""), problem)


def checks_of(blobs: Iterable[Blob]) -> dict[str, list[Looked]]:
    """The latest checks of each original by its SHA-256, the newest first."""
    rows = Operation.objects.filter(kind=CHECK).select_related("by")
    known = {f"blob:{blob.sha256}": blob for blob in blobs}
    found = defaultdict(list)
    for row in rows.filter(subject__in=known):
        digest = known[row.subject].sha256
        found[digest].append(looked(row, digest))
    for row in rows.filter(subject="")[:LATEST]:
        for blob in known.values():
            if blob.received_at <= row.at:
                found[blob.sha256].append(looked(row, blob.sha256))
    return {digest: heapq.nlargest(LATEST, checks) for digest, checks in found.items()}


def due(before: datetime) -> list[tuple[datetime, str, int]]:
    """When last looked at, SHA-256 and size of what was not since then; the longest ago first."""
    rows = Operation.objects.filter(kind=CHECK)
    own = dict(rows.exclude(subject="").order_by().values_list("subject").annotate(Max("at")))
    whole = rows.filter(subject="").aggregate(last=Max("at"))["last"] or NEVER
    found = (
        (max(own.get(f"blob:{digest}", NEVER), whole if received <= whole else NEVER), digest, size)
        for digest, size, received in Blob.objects.values_list(
            "sha256", "size", "received_at"
        ).iterator()
    )
    return sorted(row for row in found if row[0] < before)
