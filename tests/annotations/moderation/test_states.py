from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from annotations.models import CaseState
from annotations.moderation.states import MOVES, IllegalMove, Move, after, diagram, standing

# What every move leads to, whatever the state, and the one pair that is not legal.
TARGET = {
    Move.DECIDE: CaseState.DECIDED,
    Move.ASK: CaseState.SECOND_OPINION,
    Move.REOPEN: CaseState.OPEN,
    Move.RESTORE: CaseState.DECIDED,
    Move.RESTORE_ASKED: CaseState.SECOND_OPINION,
}
ILLEGAL = {(CaseState.OPEN, Move.REOPEN)}
PAIRS = list(product(CaseState, Move))


def test_every_state_is_in_the_table_and_can_be_reached() -> None:
    assert {state for state, _ in MOVES} == set(CaseState)
    assert set(MOVES.values()) == set(CaseState)


@pytest.mark.parametrize(("state", "move"), [pair for pair in PAIRS if pair not in ILLEGAL])
def test_a_legal_move_leads_where_it_says(state: CaseState, move: Move) -> None:
    assert after(state, move) == TARGET[move]


@pytest.mark.parametrize(("state", "move"), ILLEGAL)
def test_an_illegal_move_is_refused_by_name(state: CaseState, move: Move) -> None:
    with pytest.raises(IllegalMove, match="cannot make the move"):
        after(state, move)


def test_the_diagram_draws_every_legal_move_and_no_other() -> None:
    drawn = diagram()
    assert drawn.count("-->") == len(PAIRS) - len(ILLEGAL) + 1
    assert "open --> decided: decide" in drawn


def test_the_documented_diagram_is_the_table() -> None:
    guide = Path(__file__).resolve().parents[3] / "CONTRIBUTING.md"
    assert f"```mermaid\n{diagram()}```" in guide.read_text()


@dataclass
class Row:
    pk: int
    undoes_id: int | None = None


STANDING = [
    ("nothing", [], None),
    ("the last decision", [Row(1), Row(2)], 2),
    ("an undo goes back one", [Row(1), Row(2), Row(3, undoes_id=2)], 1),
    ("an undo of the first goes back to nothing", [Row(1), Row(2, undoes_id=1)], None),
    ("an undo of an undo redoes", [Row(1), Row(2, undoes_id=1), Row(3, undoes_id=2)], 1),
    (
        "three undos are one",
        [Row(1), Row(2), Row(3, undoes_id=2), Row(4, undoes_id=3), Row(5, undoes_id=4)],
        1,
    ),
    (
        "a decision after an undo, undone",
        [Row(1), Row(2, undoes_id=1), Row(3), Row(4, undoes_id=3)],
        None,
    ),
]


@pytest.mark.parametrize(("rows", "stands"), [row[1:] for row in STANDING], ids=lambda value: "")
def test_what_stands_after_undos(rows: list[Row], stands: int | None) -> None:
    found = standing(rows)
    assert (found and found.pk) == stands
