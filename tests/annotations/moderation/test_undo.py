import pytest

from annotations.actions.decide import undo
from annotations.models import Case, CaseState, Decision
from archive.errors import Refused
from archive.models import Conflict, Event, User
from tests import factories
from tests.annotations.moderation.conftest import Judge, place_of


def take_back(case: Case, by: User | None = None, reason: str = "Too fast.") -> Decision:
    return undo(case=case, expected=case.version, by=by or factories.moderator(), reason=reason)


def test_undoing_the_first_decision_opens_the_case(body: Case, judge: Judge) -> None:
    first = judge(body, "keep")
    decision = take_back(body)
    assert (body.state, body.outcome) == (CaseState.OPEN, "")
    assert (decision.undoes, decision.outcome, decision.rule) == (first, "", None)


def test_undoing_restores_outcome_rule_note_severity_and_redactions(
    body: Case, judge: Judge
) -> None:
    place = place_of(body, "walnut,")
    judge(body, "redact", rule="3", redactions=[place], public_note="One word.", severity=2)
    judge(body, "keep")
    decision = take_back(body)
    assert (body.state, body.outcome) == (CaseState.DECIDED, "redact")
    assert decision.rule
    assert (decision.rule.number, decision.public_note, decision.severity) == ("3", "One word.", 2)
    assert list(decision.redactions.values_list("start", "end")) == [place]


def test_undoing_an_undo_redoes(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    judge(body, "withhold")
    take_back(body)
    assert body.outcome == "keep"
    take_back(body)
    assert body.outcome == "withhold"
    take_back(body)
    assert body.outcome == "keep"


def test_undoing_a_question_brings_back_what_stood(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    judge(body, "withhold", needs_second_opinion=True)
    take_back(body)
    assert (body.state, body.outcome) == (CaseState.DECIDED, "keep")


def test_no_row_is_lost_on_the_way(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    take_back(body)
    judge(body, "withhold")
    take_back(body)
    rows = list(body.decisions.values_list("sequence", "old_outcome", "outcome"))
    assert rows == [(1, "", "keep"), (2, "keep", ""), (3, "", "withhold"), (4, "withhold", "")]


def test_an_undo_is_told_with_what_it_undoes(body: Case, judge: Judge) -> None:
    first = judge(body, "keep")
    take_back(body)
    event = Event.objects.filter(event_type="policy assignment").last()
    assert event
    assert event.detail["undoes"] == first.uid


def test_a_colleague_may_undo(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    assert take_back(body, by=factories.moderator("mona")).decided_by.username == "mona"


def test_nothing_decided_cannot_be_undone(body: Case, rules: object) -> None:
    with pytest.raises(Refused, match="Nothing has been decided"):
        take_back(body)


def test_undoing_needs_a_reason(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    with pytest.raises(Refused, match="Say why"):
        take_back(body, reason=" ")


def test_the_reason_of_an_undo_repeats_no_words(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    with pytest.raises(Refused, match="repeats the words"):
        take_back(body, reason="It says that walnuts never learn: a walnut and walnuts never")


def test_the_late_undo_is_told(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    stale = body.version
    take_back(body)
    with pytest.raises(Conflict):
        undo(case=body, expected=stale, by=factories.moderator(), reason="Too fast.")


def test_an_editor_cannot_undo(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    with pytest.raises(Refused, match="Only moderators undo"):
        take_back(body, by=factories.editor())
