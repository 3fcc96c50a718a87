"""Handing words and evidence from one claim to another: each keeps how it read, and who and why.

Only `merging` and `splitting` call it, in their transaction and with the rows locked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.actions.revisions import revise
from annotations.actions.sets import MOST, check_sets
from annotations.models import Annotation, Claim, Evidence
from archive.actions.events import record
from archive.errors import Refused
from archive.models import User


@dataclass(frozen=True)
class Act:
    """Who moves, why and when."""

    by: User
    reason: str
    at: datetime | None = None

    @property
    def columns(self) -> dict[str, Any]:
        return {"by": self.by, "reason": self.reason, "at": self.at}


def move_span(span: Annotation, claim: Claim, act: Act) -> None:
    """Tie a mark to another claim. Its range stays, so its words are not read again."""
    if not revise(row=span, expected=span.version, claim=claim, **act.columns):
        return
    record(
        subject=span.rendition.capture.document,
        event_type="annotation change",
        by=act.by,
        at=act.at,
        detail={"annotation": span.uid, "kind": span.kind, "fields": ["claim"]},
        objects=[f"rendition:{span.rendition.uid}", f"claim:{claim.uid}"],
    )


def move_evidence(row: Evidence, claim: Claim, act: Act, *, shift: int = 0) -> None:
    """Let evidence bear on another claim; `shift` is added to the numbers of its sets."""
    sets = [number + shift for number in row.sets]
    if sets and max(sets) > MOST:
        raise Refused(f"The two claims have more than {MOST} sets of evidence together.")
    revise(row=row, expected=row.version, claim=claim, sets=sets, check=check_sets, **act.columns)
    record(
        subject=claim,
        event_type="evidence change",
        by=act.by,
        at=act.at,
        detail={"evidence": row.uid, "relation": row.relation, "fields": ["claim"]},
    )


def uids(rows: Iterable[Annotation | Evidence]) -> list[str]:
    return sorted(row.uid for row in rows)


def tell(what: str, claims: Iterable[Claim], act: Act, **detail: Any) -> None:
    """The same in the history of each claim: which words and which evidence, no words."""
    for claim in claims:
        record(subject=claim, event_type=what, by=act.by, at=act.at, detail=detail)
