"""One turn at a case: locked, changed, written down, told. What `decide` and `undo` share."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from annotations.actions.locking import lock
from annotations.actions.reach import shown_by
from annotations.actions.travel import after_decision
from annotations.composing.ranges import Range
from annotations.models import Case, Decision, Redaction
from annotations.moderation.policy import decisions
from annotations.moderation.states import Move, after
from archive.actions.events import record
from archive.models import Conflict, User


def turn(case: Case, expected: int) -> Case:
    """The case as it stands, its document locked: who is late learns it before all else.

    Locked as well is whatever shows words of the document, since the decision may travel to it.
    """
    lock(lambda: shown_by(case.document))
    rows = Case.objects.select_related("document", "comment__rendition")
    current = rows.prefetch_related("decisions__rule", "decisions__redactions").get(pk=case.pk)
    if current.version != expected:
        raise Conflict(current)
    return current


def write(case: Case, move: Move, columns: dict[str, Any], *, by: User, at: datetime) -> Decision:
    """The case's state, the row, its redactions, the event, and what travels to open editions."""
    ranges: Sequence[Range] = columns.pop("redactions")
    old, sequence = case.outcome, len(decisions(case)) + 1
    state = after(case.state, move)
    case.change(expected=case.version, state=state, outcome=columns["outcome"])
    decision = Decision.objects.create(
        case=case, sequence=sequence, old_outcome=old, decided_by=by, decided_at=at, **columns
    )
    Redaction.objects.bulk_create(
        Redaction(decision=decision, start=start, end=end) for start, end in ranges
    )
    tell(decision, ranges, by=by, at=at)
    after_decision(case=case, by=by, at=at)
    return decision


def tell(decision: Decision, ranges: Sequence[Range], *, by: User, at: datetime) -> None:
    """The event: numbers, ranges and categories, never the words."""
    case, rule = decision.case, decision.rule
    record(
        subject=case.document,
        event_type="redaction" if ranges else "policy assignment",
        by=by,
        at=at,
        detail={
            "part": case.part,
            "comment": case.comment.number,
            "old_outcome": decision.old_outcome,
            "outcome": decision.outcome,
            "rule": rule.number if rule else None,
            "rules_version": rule.version if rule else None,
            "category": rule.category if rule else None,
            "severity": decision.severity,
            "ranges": [list(one) for one in ranges],
            "second_opinion": decision.needs_second_opinion,
            "undoes": decision.undoes.uid if decision.undoes else None,
        },
        objects=[
            f"decision:{decision.uid}",
            f"case:{case.uid}",
            f"rendition:{case.comment.rendition.uid}",
        ],
    )
