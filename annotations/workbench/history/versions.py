"""How something read at each of its versions: rows of the past and the row as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.actions import mentions as naming
from annotations.actions.revisions import Kept, snapshot
from annotations.models import Assessment, Claim, Revision
from archive.models import User

# Said of its place by what stands there.
HIDDEN = {"words_sha256"}


@dataclass(frozen=True)
class Version:
    """`changed` names the fields in which it differs from the version before it."""

    number: int
    by: User
    at: datetime
    reason: str
    fields: dict[str, Any]
    changed: tuple[str, ...] = ()


def versions(row: Kept) -> list[Version]:
    """Every version, the one that stands first. Two queries, however many there are."""
    kept = Revision.objects.filter(subject_kind=row._meta.model_name, subject_uid=row.uid)
    past = list(kept.select_related("created_by").order_by("number"))
    fields = filled([*(each.fields for each in past), present(row)])
    numbers = [*(each.number for each in past), row.version]
    made: list[tuple[User, datetime, str]] = [(row.created_by, row.created_at, "")]
    made += [(each.created_by, each.created_at, each.reason) for each in past]
    rows = zip(numbers, made, fields, strict=True)
    return with_changes(Version(number, *who, said) for number, who, said in rows)


def present(row: Kept) -> dict[str, Any]:
    beside = {"mentions": naming.keys(naming.held(row))} if isinstance(row, Claim) else {}
    return snapshot(row) | beside


def filled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same fields in all, oldest first: what a change did not keep, it did not change."""
    known, found = rows[-1], []
    for row in reversed(rows):
        known = {name: row.get(name, known[name]) for name in known}
        found.append(known)
    return found[::-1]


def with_changes(rows: Iterator[Version]) -> list[Version]:
    found: list[Version] = []
    for row in rows:
        before = found[-1].fields if found else row.fields
        changed = [name for name in row.fields if row.fields[name] != before[name]]
        shown = tuple(name for name in changed if name not in HIDDEN)
        found.append(Version(row.number, row.by, row.at, row.reason, row.fields, shown))
    return found[::-1]


def judgements(claim: Claim) -> list[Version]:
    """What the claim was judged to be worth: each judgement is a version of the one before it."""
    rows = claim.assessments.select_related("assessed_by", "value__scale")
    ordered = enumerate(rows.order_by("assessed_at", "pk"), start=1)
    return with_changes(
        Version(number, row.assessed_by, row.assessed_at, "", judged(row))
        for number, row in ordered
    )


def judged(row: Assessment) -> dict[str, Any]:
    word = f"{row.value.label} ({row.value.scale.name})" if row.value else ""
    named = {"verdict": row.verdict, "credibility": row.credibility, "value": word}
    return named | {"as_of": f"{row.as_of:%Y-%m-%d}", "reasons": row.reasons}
