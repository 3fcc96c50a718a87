"""What a moderator sends: plain forms first, then what the desk's script asks for."""

from typing import Any

import pytest
from django.test import Client

from annotations.models import Case, CaseState, Decision, Flag
from archive.models import Rendition
from tests import factories
from tests.annotations.moderation.conftest import Judge, case_of, place_of
from tests.annotations.moderation.test_section import Covers

FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def moderator(client: Client, db: None) -> Client:
    client.force_login(factories.moderator())
    return client


def send(client: Client, case: Case, verb: str, headers: Any = None, **data: Any) -> Any:
    data.setdefault("expected", case.version)
    return client.post(f"/admin/moderation/cases/{case.uid}/{verb}/", data, headers=headers)


def word(case: Case, words: str) -> str:
    return "{}-{}".format(*place_of(case, words))


def test_a_decision_leads_on_to_the_next_open_case(moderator: Client, body: Case) -> None:
    answer = send(moderator, body, "decide", outcome="withhold", rule="2", reason="It insults.")
    following = case_of(body.comment.rendition, 3)
    assert answer.status_code == 302
    assert answer["Location"] == (
        f"/admin/moderation/the-ferry/?case={following.uid}#case-{following.uid}"
    )
    body.refresh_from_db()
    assert body.outcome == "withhold"


def test_without_a_reason_the_rule_is_the_reason(moderator: Client, body: Case) -> None:
    send(moderator, body, "decide", outcome="withhold", rule="2")
    assert Decision.objects.get().reason == "Rule 2: Insult at a person."


def test_everything_in_the_form_is_kept(moderator: Client, body: Case) -> None:
    send(
        moderator, body, "decide", outcome="withhold", rule="3", reason="It insults.", severity="3",
        public_note="An insult.", needs_second_opinion="on",
    )  # fmt: skip
    decision = Decision.objects.get()
    assert (decision.severity, decision.public_note) == (3, "An insult.")
    assert decision.needs_second_opinion


def test_ticked_neighbours_become_one_mark(moderator: Client, body: Case) -> None:
    ticked = [word(body, "neighbour"), word(body, "walnut"), word(body, "and")]
    send(moderator, body, "decide", outcome="redact", rule="2", words=ticked)
    ranges = Decision.objects.get().redactions.values_list("start", "end")
    assert list(ranges) == [place_of(body, "neighbour"), place_of(body, "walnut, and")]


def test_ticked_words_are_let_be_where_the_outcome_is_another(
    moderator: Client, body: Case
) -> None:
    send(moderator, body, "decide", outcome="withhold", rule="2", words=[word(body, "walnut")])
    assert Decision.objects.get().redactions.count() == 0


REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "no outcome": ("Choose an outcome.", {"rule": "2"}),
    "no rule": ("Choose the rule that it rests on.", {"outcome": "keep"}),
    "an unknown rule": ("Choose a rule that is in force.", {"outcome": "keep", "rule": "99"}),
    "a rule that does not bear it": ("does not bear", {"outcome": "keep", "rule": "2"}),
    "no words": ("Choose the words to redact.", {"outcome": "redact", "rule": "2"}),
    "half a word": (
        "Choose words of this text.",
        {"outcome": "redact", "rule": "2", "words": ["1-3"]},
    ),
    "a quoting reason": (
        "This repeats the words",
        {"outcome": "keep", "rule": "1", "reason": "walnut and walnuts never"},
    ),
}


@pytest.mark.parametrize("headers", [None, FETCH], ids=["plain", "script"])
@pytest.mark.parametrize("what", REFUSED)
def test_a_refused_form_comes_back_with_the_sentence(
    moderator: Client, body: Case, what: str, headers: Any
) -> None:
    sentence, data = REFUSED[what]
    answer = send(moderator, body, "decide", headers, **data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Decision.objects.count() == 0


def test_a_refused_form_keeps_what_was_written(moderator: Client, body: Case) -> None:
    answer = send(
        moderator, body, "decide", outcome="keep", rule="2", reason="Long thought.", severity="2",
        public_note="Noted.", needs_second_opinion="on",
    )  # fmt: skip
    page = answer.content.decode()
    assert "Long thought." in page
    assert 'value="Noted."' in page
    assert '<option value="2" selected>' in page
    assert 'name="needs_second_opinion" checked' in page


@pytest.mark.parametrize("headers", [None, FETCH], ids=["plain", "script"])
def test_the_late_one_sees_both_decisions(
    moderator: Client, body: Case, judge: Judge, headers: Any
) -> None:
    judge(body, "keep", reason="Harmless to my mind.", by=factories.moderator("mona"))
    answer = send(
        moderator, body, "decide", headers, expected=1, outcome="withhold", rule="3",
        reason="Not harmless at all.",
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(words in page for words in ("Harmless to my mind.", "Not harmless at all.", "mona"))
    assert f'name="expected" value="{body.version}"' in page
    assert Decision.objects.count() == 1


def test_the_late_one_may_decide_on_top(moderator: Client, body: Case, judge: Judge) -> None:
    judge(body, "keep", by=factories.moderator("mona"))
    send(moderator, body, "decide", outcome="withhold", rule="3")
    assert list(body.decisions.values_list("outcome", flat=True)) == ["keep", "withhold"]


def test_a_refused_form_stays_late(moderator: Client, body: Case, judge: Judge) -> None:
    judge(body, "keep", by=factories.moderator("mona"))
    page = send(moderator, body, "decide", expected=1, outcome="withhold").content.decode()
    assert 'name="expected" value="1"' in page[page.index('class="judge"') :]


def test_undoing_stays_at_the_case(moderator: Client, body: Case, judge: Judge) -> None:
    judge(body, "keep")
    answer = send(moderator, body, "undo")
    assert answer["Location"].endswith(f"#case-{body.uid}")
    body.refresh_from_db()
    assert body.state == CaseState.OPEN


def test_a_late_undo_changes_nothing(moderator: Client, body: Case, judge: Judge) -> None:
    judge(body, "keep")
    answer = send(moderator, body, "undo", expected=1)
    assert answer.status_code == 409
    assert "Somebody else was faster." in answer.content.decode()
    assert Decision.objects.count() == 1


def test_undoing_nothing_is_refused(moderator: Client, body: Case) -> None:
    answer = send(moderator, body, "undo")
    assert answer.status_code == 422
    assert "Nothing has been decided yet." in answer.content.decode()


def test_a_flag_is_kept(moderator: Client, body: Case) -> None:
    send(moderator, body, "flag", category="threat", reason="Sounds like one.")
    assert Flag.objects.get().category == "threat"


def test_a_flag_without_category_comes_back_open(moderator: Client, body: Case) -> None:
    answer = send(moderator, body, "flag", reason="Sounds like one.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose a category." in page
    assert "Sounds like one." in page


def test_uncovered_words_stay_uncovered_on_the_way(moderator: Client, body: Case) -> None:
    address = f"/admin/moderation/cases/{body.uid}/decide/?reveal=all"
    answer = moderator.post(address, {"expected": 1, "outcome": "withhold", "rule": "2"})
    assert "&reveal=all#" in answer["Location"]


def test_the_script_is_told_what_was_done_and_what_comes_next(
    moderator: Client, body: Case
) -> None:
    answer = send(moderator, body, "decide", FETCH, outcome="withhold", rule="2")
    page = answer.content.decode()
    assert 'data-decided="1" data-total="6"' in page
    assert 'data-said="Comment 2: withheld under rule 2."' in page
    assert f'data-next="{case_of(body.comment.rendition, 3).uid}"' in page


def test_what_is_said_never_holds_the_words(moderator: Client, section: Rendition) -> None:
    for case in Case.objects.all():
        answer = moderator.post(
            f"/admin/moderation/cases/{case.uid}/decide/",
            {"expected": 1, "outcome": "withhold", "rule": "2"},
            follow=True,
        )
        said = " ".join(str(message) for message in answer.context["messages"])
        assert not [one for one in ("Heron", "Otter", "walnut", "river") if one in said]


@pytest.mark.parametrize("headers", [None, FETCH], ids=["plain", "script"])
def test_a_refused_form_uncovers_nothing(moderator: Client, body: Case, headers: Any) -> None:
    page = send(moderator, body, "decide", headers, outcome="keep").content.decode()
    assert "walnut" not in Covers(page).plain
