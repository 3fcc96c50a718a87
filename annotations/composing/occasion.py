"""Who publishes, when and why: the same for everything that one act composes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from annotations.composing.shelf import Shelf
from archive.models import Change, EditionKind, User
from archive.models.identity import Subject
from archive.payloads import SCHEMA


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC, to the second, with Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Occasion:
    """The occasion of a publication; `shelf` knows the editions that there are.

    `change` is what it changes against earlier editions, see `archive.models.Change`.
    """

    by: User
    at: datetime
    reason: str
    shelf: Shelf = field(default_factory=lambda: Shelf([]))
    change: str = Change.UPDATE

    def base(self, kind: EditionKind, subject: Subject, title: str) -> dict[str, Any]:
        """What every payload starts with, see `archive.payloads.Base`."""
        slug: str = subject.slug  # type: ignore[attr-defined]
        return self.named(kind, subject.uid, slug, title)

    def named(self, kind: EditionKind, uid: str, slug: str, title: str) -> dict[str, Any]:
        number = self.shelf.next_number(uid)
        return {
            "schema": SCHEMA,
            "kind": kind.value,
            "uid": uid,
            "slug": slug,
            "number": number,
            "title": title,
            "published_at": stamp(self.at),
            "published_by": self.by.shown_name,
            "reason": self.reason,
            "change": str(self.change if number > 1 else Change.NONE),
        }
