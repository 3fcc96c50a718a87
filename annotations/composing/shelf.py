"""The editions that subjects have already, asked once for all of them."""

from collections.abc import Iterable
from typing import Any

from archive.models import Edition


class Shelf:
    """Numbers given so far and newest open editions, by subject uid."""

    def __init__(self, uids: Iterable[str]) -> None:
        rows = Edition.objects.filter(subject_uid__in=set(uids)).order_by("number")
        self.given: dict[str, int] = {}
        newest: dict[str, int] = {}
        for pk, uid, closed in rows.values_list("pk", "subject_uid", "withdrawal"):
            self.given[uid] = self.given.get(uid, 0) + 1
            if closed is None:
                newest[uid] = pk
        found = Edition.objects.filter(pk__in=newest.values())
        self.newest: dict[str, Edition] = {edition.subject_uid: edition for edition in found}

    def next_number(self, uid: str) -> int:
        return self.given.get(uid, 0) + 1

    def standing_number(self, uid: str) -> int:
        """The number of the newest open edition, the next one where there is none."""
        edition = self.newest.get(uid)
        return edition.number if edition else self.next_number(uid)

    def newest_payload(self, uid: str) -> dict[str, Any] | None:
        """What the newest open edition says, if there is one."""
        edition = self.newest.get(uid)
        return edition.content if edition else None
