"""Two who judge at once: one stands, the other sees it, and neither is lost or overwritten."""

import os
from datetime import date
from functools import partial

import pytest

from annotations.actions.assess import assess
from annotations.actions.evidence import add_evidence, edit_evidence
from annotations.actions.replies import review, take_down
from annotations.models import Assessment, Evidence, ReplyReview
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.threads import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

ROUNDS = 50 if os.environ.get("VARIORUM_LONG") == "1" else 3
DAY = date(2026, 1, 1)


def test_of_two_who_judge_a_claim_at_once_one_sees_the_other() -> None:
    claim, by = scenes.claim("a-claim"), factories.editor()
    for turn in range(ROUNDS):
        seen = claim.assessments.current().first()
        one = partial(
            assess, claim=claim, verdict="supported", reasons="So.", as_of=DAY, by=by,
            replacing=seen.uid if seen else "",
        )  # fmt: skip
        results = at_once(partial(one, credibility=2), partial(one, credibility=3))
        assert {type(result) for result in results} == {Assessment, Conflict}
        (refused,) = (result for result in results if isinstance(result, Conflict))
        assert refused.current == claim.assessments.current().get()
        assert claim.assessments.count() == turn + 1
    assert Event.objects.filter(event_type="assessment").count() == ROUNDS


def test_of_two_who_review_an_answer_at_once_one_sees_the_other() -> None:
    by = factories.publisher()
    reply = take_down(
        claim=scenes.claim("a-claim"), name="An envoy", concern="named", words="No.",
        received_on=DAY, by=by,
    )  # fmt: skip
    act = partial(review, reply=reply, reason="So.", by=by, replacing="")
    results = at_once(partial(act, outcome="show"), partial(act, outcome="keep"))
    assert {type(result) for result in results} == {ReplyReview, Conflict}
    assert ReplyReview.objects.count() == 1


def test_a_1_and_the_loss_of_its_evidence_never_meet() -> None:
    by = factories.editor()
    for turn in range(ROUNDS):
        claim = scenes.claim(f"claim-{turn}")
        first, _ = (
            add_evidence(
                claim=claim, relation="supports", note="So.", work=f"Work {number}.",
                access="in_hand", independence="independent", by=by,
            )
            for number in (1, 2)
        )  # fmt: skip
        judge = partial(assess, claim=claim, verdict="supported", reasons="So.", as_of=DAY, by=by)
        change = partial(edit_evidence, evidence=first, expected=1, by=by, reason="It is not.")
        results = at_once(partial(judge, credibility=1), partial(change, independence="derived"))
        assert [isinstance(result, Refused) for result in results].count(True) == 1, results
        stands = claim.assessments.filter(credibility=1).exists()
        row = Evidence.objects.get(pk=first.pk)
        assert (row.independence == "independent") == stands
