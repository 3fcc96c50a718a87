from typing import Any

import pytest

from annotations.models import Case, CaseState, Decision, Redaction, Rule
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories
from tests.annotations.moderation.conftest import Judge, place_of


@pytest.mark.parametrize("outcome", ["keep", "collapse", "withhold"])
def test_a_decision_sets_the_case(body: Case, judge: Judge, outcome: str) -> None:
    decision = judge(body, outcome, severity=2, public_note="An insult was left out.")
    body.refresh_from_db()
    assert (body.state, body.outcome, body.version) == (CaseState.DECIDED, outcome, 2)
    assert (decision.sequence, decision.old_outcome, decision.severity) == (1, "", 2)


def test_a_later_decision_supersedes_and_keeps_the_earlier_row(body: Case, judge: Judge) -> None:
    judge(body, "keep")
    judge(body, "withhold")
    rows = list(body.decisions.values_list("sequence", "old_outcome", "outcome"))
    assert rows == [(1, "", "keep"), (2, "keep", "withhold")]


def test_redactions_are_merged_and_kept_with_the_decision(body: Case, judge: Judge) -> None:
    start, end = place_of(body, "a walnut")
    decision = judge(body, "redact", redactions=[(start + 2, end), (start, start + 2)])
    assert list(decision.redactions.values_list("start", "end")) == [(start, end)]


def test_a_redacted_handle_goes_as_a_whole(handle: Case, judge: Judge) -> None:
    decision = judge(handle, "redact")
    row = decision.redactions.get()
    assert (row.start, row.end) == (handle.comment.author_start, handle.comment.author_end)


REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "an outcome that there is not": ("Choose an outcome", {"outcome": "delete"}),
    "no outcome": ("Choose an outcome", {"outcome": ""}),
    "a rule of an older version": ("older version", {"outcome": "keep", "rule": "old"}),
    "a rule that does not bear it": ("does not bear “withhold”", {"rule": "1"}),
    "a collapsed threat": ("never collapsed", {"outcome": "collapse", "rule": "4"}),
    "a collapsed attack": ("never collapsed", {"outcome": "collapse", "rule": "5"}),
    "a severity above the scale": ("0 to 3", {"severity": 4}),
    "a severity below the scale": ("0 to 3", {"severity": -1}),
    "no reason": ("Say why", {"reason": "  "}),
    "redacting nothing": ("Choose the words", {"outcome": "redact"}),
    "an empty range": ("Choose the words", {"outcome": "redact", "redactions": [(60, 60)]}),
    "words of somebody else": ("outside", {"outcome": "redact", "redactions": [(0, 5)]}),
    "words chosen and withheld": ("redaction only", {"redactions": [(60, 64)]}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses(body: Case, judge: Judge, what: str) -> None:
    sentence, values = REFUSED[what]
    with pytest.raises(Refused, match=sentence):
        judge(body, **{"outcome": "withhold"} | values)
    assert (body.decisions.count(), Redaction.objects.count()) == (0, 0)


def test_it_refuses_to_redact_blanks_only(body: Case, judge: Judge) -> None:
    start, _ = place_of(body, " neighbour")
    with pytest.raises(Refused, match="holds no words"):
        judge(body, "redact", redactions=[(start, start + 1)])


def test_it_refuses_to_redact_half_a_handle(handle: Case, judge: Judge) -> None:
    start = handle.comment.author_start
    assert start is not None
    with pytest.raises(Refused, match="as a whole"):
        judge(handle, "redact", redactions=[(start, start + 2)])


def test_it_refuses_to_collapse_a_handle(handle: Case, judge: Judge) -> None:
    with pytest.raises(Refused, match="cannot be collapsed"):
        judge(handle, "collapse")


def test_the_same_decision_again_is_refused(body: Case, judge: Judge) -> None:
    judge(body, "withhold")
    with pytest.raises(Refused, match="already decided so"):
        judge(body, "withhold", reason="Said in other words.")


@pytest.mark.parametrize(
    "change", [{"rule": "3"}, {"severity": 1}, {"public_note": "Left out: an insult."}]
)
def test_the_same_outcome_with_something_changed_is_a_decision(
    body: Case, judge: Judge, change: dict[str, Any]
) -> None:
    judge(body, "withhold")
    judge(body, "withhold", **change)
    assert body.decisions.count() == 2


def test_redacting_other_words_is_a_decision(body: Case, judge: Judge) -> None:
    judge(body, "redact", redactions=[place_of(body, "walnut,")])
    judge(body, "redact", redactions=[place_of(body, "neighbour")])
    assert body.decisions.count() == 2


@pytest.mark.parametrize("who", ["editor", "publisher", "reader"])
def test_who_is_no_moderator_cannot_decide(body: Case, judge: Judge, who: str) -> None:
    with pytest.raises(Refused, match="Only moderators decide"):
        judge(body, "keep", by=getattr(factories, who)())


def test_the_late_one_gets_the_case_as_it_stands(body: Case, judge: Judge) -> None:
    judge(Case.objects.get(pk=body.pk), "keep", by=factories.moderator("mona"))
    with pytest.raises(Conflict) as late:
        judge(body, "withhold", expected=1)
    assert isinstance(late.value.current, Case)
    assert late.value.current.outcome == "keep"
    assert Decision.objects.count() == 1


def test_who_is_late_learns_it_before_what_is_wrong_with_the_form(body: Case, judge: Judge) -> None:
    judge(Case.objects.get(pk=body.pk), "keep")
    with pytest.raises(Conflict):
        judge(body, "withhold", expected=1, reason="")


def test_the_event_holds_numbers_and_categories_and_no_words(body: Case, judge: Judge) -> None:
    place = place_of(body, "walnut,")
    judge(body, "redact", rule="3", redactions=[place])
    event = Event.objects.get(event_type="redaction")
    assert event.detail["ranges"] == [list(place)]
    assert (event.detail["rule"], event.detail["rules_version"]) == ("3", 2)
    assert event.detail["category"] == "identity_attack.religion"
    assert "walnut" not in str(event.content())


def test_what_removes_no_range_is_a_policy_assignment(body: Case, judge: Judge) -> None:
    judge(body, "withhold")
    assert Event.objects.get(event_type="policy assignment").detail["outcome"] == "withhold"


def test_a_refused_decision_leaves_no_event(body: Case, judge: Judge) -> None:
    events = Event.objects.count()
    with pytest.raises(Refused):
        judge(body, "withhold", rule="1")
    assert Event.objects.count() == events


def test_a_new_version_of_the_rules_takes_the_old_one_out_of_force(
    body: Case, judge: Judge
) -> None:
    Rule.objects.create(
        version=3, position=1, number="1", title="New", text="New.", outcomes=["keep"]
    )
    with pytest.raises(Refused, match="older version"):
        judge(body, "keep")
