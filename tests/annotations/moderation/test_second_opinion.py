import pytest

from annotations.actions.decide import undo
from annotations.models import Case, CaseState
from archive.errors import Refused
from tests import factories
from tests.annotations.moderation.conftest import Judge


def test_asking_leaves_the_case_waiting(body: Case, judge: Judge) -> None:
    judge(body, "keep", needs_second_opinion=True)
    assert (body.state, body.outcome) == (CaseState.SECOND_OPINION, "keep")


def test_who_asked_cannot_answer(body: Case, judge: Judge) -> None:
    judge(body, "keep", needs_second_opinion=True)
    with pytest.raises(Refused, match="somebody else has to give it"):
        judge(body, "keep")


def test_somebody_else_may_confirm_with_the_same_rule(body: Case, judge: Judge) -> None:
    judge(body, "withhold", needs_second_opinion=True)
    judge(body, "withhold", by=factories.moderator("mona"))
    assert (body.state, body.outcome) == (CaseState.DECIDED, "withhold")


def test_somebody_else_may_differ(body: Case, judge: Judge) -> None:
    judge(body, "withhold", needs_second_opinion=True)
    judge(body, "keep", by=factories.moderator("mona"))
    assert (body.state, body.outcome) == (CaseState.DECIDED, "keep")


def test_who_asks_on_passes_the_case_to_another(body: Case, judge: Judge) -> None:
    mona = factories.moderator("mona")
    judge(body, "withhold", needs_second_opinion=True)
    judge(body, "withhold", needs_second_opinion=True, by=mona)
    with pytest.raises(Refused, match="somebody else"):
        judge(body, "withhold", by=mona)


def test_an_undone_answer_leaves_the_asker_barred(body: Case, judge: Judge) -> None:
    mona = factories.moderator("mona")
    judge(body, "withhold", needs_second_opinion=True)
    judge(body, "keep", by=mona)
    undo(case=body, expected=body.version, by=mona, reason="Too fast.")
    assert body.state == CaseState.SECOND_OPINION
    with pytest.raises(Refused, match="somebody else"):
        judge(body, "withhold")


def test_a_redaction_that_waits_needs_its_words_as_well(body: Case, judge: Judge) -> None:
    with pytest.raises(Refused, match="Choose the words"):
        judge(body, "redact", needs_second_opinion=True)
