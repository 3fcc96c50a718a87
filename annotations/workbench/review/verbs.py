"""What a person does with marks that wait. Each verb answers with a sentence and the next mark."""

from collections.abc import Callable
from typing import Any, NamedTuple

from annotations.actions.reanchor import counted, reanchor
from annotations.actions.settle import accept, accept_alike, dismiss, settle_elsewhere
from annotations.actions.settling import STALE
from annotations.actions.unsettle import undo
from annotations.models import Placing, Settled
from annotations.workbench.review.board import Board
from archive.errors import Refused


class Done(NamedTuple):
    """`then` is the name of the mark to go on with."""

    said: str
    then: str


UNKNOWN = "The page sent something that it does not offer: load it again."


def accepting(board: Board, typed: dict[str, Any]) -> Done:
    row = asked(board, typed)
    accept(placing=row, seen=needed(typed, "seen"), by=board.user)
    return Done("Accepted.", after(board, row))


def placing_elsewhere(board: Board, typed: dict[str, Any]) -> Done:
    row = asked(board, typed)
    place = {name: needed(typed, name) for name in ("seen", "start", "end")}
    settle_elsewhere(placing=row, by=board.user, **place)
    return Done("Marked there.", after(board, row))


def dismissing(board: Board, typed: dict[str, Any]) -> Done:
    row = asked(board, typed)
    seen = needed(typed, "seen")
    done = dismiss(placing=row, seen=seen, by=board.user, reason=typed["reason"])
    left = "Left as an orphan, since evidence rests on it: nothing is published until that rests "
    left += "elsewhere."
    said = left if done.outcome == Settled.LEFT else "Deleted, since it is not there any more."
    return Done(said, after(board, row))


def accepting_alike(board: Board, typed: dict[str, Any]) -> Done:
    least, count = needed(typed, "at_least"), needed(typed, "count")
    document = board.sheet.document
    done = accept_alike(document=document, at_least=least, count=count, by=board.user)
    return Done(f"{len(done)} accepted. Undo takes all of them back.", "")


def undoing(board: Board, typed: dict[str, Any]) -> Done:
    rows = undo(document=board.sheet.document, by=board.user)
    said = "Undone: it waits again." if len(rows) == 1 else f"{len(rows)} undone: they wait again."
    return Done(said, rows[0].uid)


def carrying(board: Board, typed: dict[str, Any]) -> Done:
    counts = counted(reanchor(document=board.sheet.document, by=board.user))
    exact = counts.pop("exact")
    return Done(f"{exact} carried over. {sum(counts.values())} wait for you.", "")


VERBS: dict[str, Callable[[Board, dict[str, Any]], Done]] = {
    "accept": accepting,
    "elsewhere": placing_elsewhere,
    "dismiss": dismissing,
    "alike": accepting_alike,
    "undo": undoing,
    "carry": carrying,
}


def asked(board: Board, typed: dict[str, Any]) -> Placing:
    """The mark that the form was about; one of another text is told from one that never was."""
    rows = Placing.objects.filter(annotation__rendition__capture__document=board.sheet.document)
    row = rows.select_related("rendition").filter(uid=typed["mark"]).first()
    if row is None:
        raise Refused(UNKNOWN)
    if row.rendition_id != board.sheet.rendition.pk:
        raise Refused(STALE)
    return row


def needed(typed: dict[str, Any], name: str) -> Any:
    if typed.get(name) is None:
        raise Refused(UNKNOWN)
    return typed[name]


def after(board: Board, row: Placing) -> str:
    """The mark that follows in the list as it was, or the one before the last."""
    names = [each.uid for each in board.waiting]
    at = names.index(row.uid) if row.uid in names else len(names)
    left = names[at + 1 :] or names[:at][-1:]
    return left[0] if left else ""
