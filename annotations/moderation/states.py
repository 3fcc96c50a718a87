"""The states of a case and the legal moves between them, as a table. Pure."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

from annotations.models.case import CaseState
from archive.errors import Refused


class Move(StrEnum):
    """What changes a state. An undo makes one of the last three, by what stood before."""

    DECIDE = "decide"
    ASK = "ask for a second opinion"
    REOPEN = "undo to nothing"
    RESTORE = "undo to a decision"
    RESTORE_ASKED = "undo to a second opinion"


OPEN, SECOND_OPINION, DECIDED = CaseState.OPEN, CaseState.SECOND_OPINION, CaseState.DECIDED

MOVES = {
    (OPEN, Move.DECIDE): DECIDED,
    (OPEN, Move.ASK): SECOND_OPINION,
    (OPEN, Move.RESTORE): DECIDED,
    (OPEN, Move.RESTORE_ASKED): SECOND_OPINION,
    (SECOND_OPINION, Move.DECIDE): DECIDED,
    (SECOND_OPINION, Move.ASK): SECOND_OPINION,
    (SECOND_OPINION, Move.REOPEN): OPEN,
    (SECOND_OPINION, Move.RESTORE): DECIDED,
    (SECOND_OPINION, Move.RESTORE_ASKED): SECOND_OPINION,
    (DECIDED, Move.DECIDE): DECIDED,
    (DECIDED, Move.ASK): SECOND_OPINION,
    (DECIDED, Move.REOPEN): OPEN,
    (DECIDED, Move.RESTORE): DECIDED,
    (DECIDED, Move.RESTORE_ASKED): SECOND_OPINION,
}


class IllegalMove(Refused):
    """A move that the table does not have."""


def after(state: str, move: Move) -> CaseState:
    """The state that a move leads to. Raises `IllegalMove`."""
    try:
        return MOVES[CaseState(state), move]
    except KeyError:
        raise IllegalMove(
            f"A case that is “{CaseState(state).label}” cannot make the move “{move}”."
        ) from None


class Row(Protocol):
    """What `standing` reads of a decision."""

    pk: int
    undoes_id: int | None


R = TypeVar("R", bound=Row)


def standing(rows: Sequence[R]) -> R | None:
    """The decision that is in force after these, in their order: undone ones do not count.

    An undo brings back what stood before the row that it undoes, and that row may be an undo.
    """
    place = {row.pk: index for index, row in enumerate(rows)}
    upto = len(rows)
    while upto and (undone := rows[upto - 1].undoes_id):
        upto = place[undone]
    return rows[upto - 1] if upto else None


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    arrows = [f"    {state.value} --> {to.value}: {move}" for (state, move), to in MOVES.items()]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {OPEN.value}", *arrows]) + "\n"
