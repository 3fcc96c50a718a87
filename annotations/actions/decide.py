"""Deciding on a case, and undoing it: each is a row that supersedes the last, none overwrites."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations.actions.judge import turn, write
from annotations.composing.ranges import Range
from annotations.models import Case, Decision, Outcome, Rule
from annotations.moderation import policy, wording
from annotations.moderation.policy import Verb
from annotations.moderation.ruling import Ruling, objection
from annotations.moderation.states import Move, standing
from annotations.moderation.words import span
from archive.errors import Refused
from archive.models import User


@transaction.atomic
def decide(
    *,
    case: Case,
    expected: int,
    outcome: str,
    rule: Rule,
    reason: str,
    by: User,
    public_note: str = "",
    severity: int = 0,
    redactions: Iterable[Range] = (),
    needs_second_opinion: bool = False,
    at: datetime | None = None,
) -> Decision:
    """Decide if the case is still at version `expected`; else raise `Conflict`.

    `redactions` are ranges of the rendition within the case's words. With `needs_second_opinion`
    the words stay withheld until somebody else decides. Raises `Refused` with the reason why not.
    """
    current = turn(case, expected)
    allow(policy.may(by, Verb.DECIDE, current))
    ruling = Ruling(
        outcome=outcome,
        rule=rule,
        reason=reason.strip(),
        public_note=public_note.strip(),
        severity=severity,
        redactions=tuple(redactions),
        needs_second_opinion=needs_second_opinion,
    ).on(current)
    allow(objection(ruling, current))
    move = Move.ASK if needs_second_opinion else Move.DECIDE
    decision = write(current, move, dict(vars(ruling)), by=by, at=at or timezone.now())
    case.refresh_from_db()
    return decision


@transaction.atomic
def undo(
    *, case: Case, expected: int, by: User, reason: str, at: datetime | None = None
) -> Decision:
    """Take the last row back: what stood before it stands again. Undoing an undo redoes.

    Raises `Conflict` where the case is no longer at version `expected`, and `Refused`.
    """
    current = turn(case, expected)
    allow(policy.may(by, Verb.UNDO, current))
    allow("" if reason.strip() else "Say why, in a sentence.")
    allow(wording.repeats(current, [reason], [span(current)]))
    rows = policy.decisions(current)
    before = standing(rows[:-1])
    columns = restored(before) | {"reason": reason.strip(), "undoes": rows[-1]}
    decision = write(current, back_to(before), columns, by=by, at=at or timezone.now())
    case.refresh_from_db()
    return decision


def allow(sentence: str) -> None:
    if sentence:
        raise Refused(sentence)


def back_to(before: Decision | None) -> Move:
    if before is None:
        return Move.REOPEN
    return Move.RESTORE_ASKED if before.needs_second_opinion else Move.RESTORE


def restored(before: Decision | None) -> dict[str, Any]:
    """The columns of what stood before, so that the last row alone says what stands."""
    if before is None:
        return {"outcome": Outcome.UNDECIDED, "redactions": ()}
    names = ["outcome", "rule", "public_note", "severity", "needs_second_opinion"]
    ranges = [(row.start, row.end) for row in before.redactions.all()]
    return {name: getattr(before, name) for name in names} | {"redactions": ranges}
