"""The forms of evidence and of judgements: sets, origins and words of scales, beside the text."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.actions.replies import review, take_down
from annotations.actions.scales import Word, make_scale
from annotations.models import Assessment, Claim, Evidence, VerdictValue
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import JUDGEMENT, WORK, address, ask, words

pytestmark = pytest.mark.django_db

OTHER = {"work": "Another work.", "access": "in_hand", "note": "Why."}


def piece(claim: Claim, **values: Any) -> Evidence:
    given = OTHER | {"relation": "refutes"} | values
    return add_evidence(claim=claim, by=factories.editor(), **given)


def html(editor: Client, path: str) -> str:
    return editor.get(path).content.decode()


def test_the_claim_s_other_evidence_is_offered_as_origin(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    first = piece(claim)
    other = create_claim(slug="elsewhere", statement="Elsewhere.", by=factories.editor())
    elsewhere = piece(other, work="A work on something else.")
    form = html(editor, address("work", claim.slug))
    assert "refutes: Another work." in form
    assert "A work on something else." not in form
    sent = WORK | {"independence": "derived", "derived_from": str(first.pk)}
    ask(editor, address("work", claim.slug), sent)
    assert Evidence.objects.latest("pk").derived_from == first
    sent["derived_from"] = str(elsewhere.pk)
    assert ask(editor, address("work", claim.slug), sent).status_code == 400


def test_whoever_says_derived_is_asked_from_what(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    first = piece(claim)
    given = {"claim": claim.statement, "relation": "supports", "note": "So it says."}
    sent = words(rendition, "forced") | given | {"independence": "derived", "derived_from": ""}
    asked = ask(editor, address("mark", "evidence"), sent)
    assert asked.status_code == 400
    assert "Choose what it is derived from." in asked.json()["html"]
    assert f'<option value="{first.pk}">' in asked.json()["html"]
    assert f'name="offered" value="{claim.slug}"' in asked.json()["html"]
    sent |= {"offered": claim.slug, "derived_from": str(first.pk)}
    assert ask(editor, address("mark", "evidence"), sent).status_code == 200
    assert Evidence.objects.latest("pk").derived_from == first


def test_what_it_derives_from_need_not_be_here(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    piece(claim)
    given = {"claim": claim.slug, "relation": "supports", "note": "So it says."}
    sent = words(rendition, "forced") | given | {"independence": "derived", "offered": claim.slug}
    assert ask(editor, address("mark", "evidence"), sent).status_code == 200
    assert Evidence.objects.latest("pk").derived_from is None


def test_a_new_set_is_made_and_joined(editor: Client, rendition: Rendition, claim: Claim) -> None:
    ask(editor, address("work", claim.slug), WORK | {"sets": "0"})
    assert Evidence.objects.get().sets == [1]
    form = html(editor, address("work", claim.slug))
    assert "only together with set 1: refutes: Ravenstein" in form
    ask(editor, address("work", claim.slug), WORK | {"work": "Second.", "sets": "1"})
    assert [row.sets for row in Evidence.objects.all()] == [[1], [1]]
    assert "Set 1 bears on the claim only together" in html(editor, address("claim", claim.slug))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"sets": "7"}, "Select a valid choice"),
        ({"strength": "overwhelming"}, "Select a valid choice"),
        ({"sets": "1", "relation": "supports"}, "bears on the claim together, in one way"),
    ],
)
def test_what_does_not_hold_together_is_refused(
    editor: Client, rendition: Rendition, claim: Claim, values: dict[str, str], why: str
) -> None:
    piece(claim, sets=[1])
    answer = ask(editor, address("work", claim.slug), WORK | values)
    assert answer.status_code == 400
    assert why in answer.json()["html"]
    assert Evidence.objects.count() == 1


def test_a_change_keeps_the_sets_that_it_does_not_touch(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    row = piece(claim, sets=[1, 2])
    form = html(editor, address("edit_evidence", row.uid))
    assert '<option value="1,2" selected>' in form
    sent = OTHER | {
        "relation": "refutes",
        "independence": "unknown",
        "strength": "fair",
        "sets": "1,2",
        "version": "1",
        "reason": "x",
    }
    assert ask(editor, address("edit_evidence", row.uid), sent).status_code == 200
    row.refresh_from_db()
    assert (row.sets, row.strength) == ([1, 2], "fair")


def test_the_panel_says_that_the_evidence_conflicts(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    piece(claim)
    assert "The evidence conflicts" not in html(editor, address("claim", claim.slug))
    piece(claim, relation="supports", strength="strong")
    said = html(editor, address("claim", claim.slug))
    assert "The evidence conflicts: 1 piece supports the claim, and 1 piece refutes it." in said
    assert "Strength: strong" in said


def test_a_word_of_a_scale_is_enough_for_a_verdict(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    steps = [
        Word("right", "right", "So.", "supported", 2),
        Word("wrong", "wrong", "No.", "refuted", 1),
    ]
    make_scale(slug="s", name="Steps", definition="For all.", words=steps, by=factories.admin())
    value = VerdictValue.objects.get(slug="wrong")
    assert "Steps: wrong (comes to: refuted)" in html(editor, address("judge", claim.slug))
    sent = JUDGEMENT | {"verdict": "", "value": str(value.pk)}
    assert ask(editor, address("judge", claim.slug), sent).status_code == 200
    assert Assessment.objects.get().verdict == "refuted"
    again = JUDGEMENT | {"value": str(value.pk), "replacing": Assessment.objects.get().uid}
    refused = ask(editor, address("judge", claim.slug), again)
    assert "comes to “refuted”" in refused.json()["html"]


def test_a_judgement_without_a_verdict_is_refused(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT | {"verdict": ""})
    assert "Choose a verdict, or a word" in answer.json()["html"]


def test_the_panel_shows_answers_and_whether_readers_will(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    by, day = factories.publisher(), date(2026, 11, 1)
    reply = take_down(
        claim=claim, name="An envoy", concern="the one named", words="No.", received_on=day, by=by
    )
    assert "not shown" in html(editor, address("claim", claim.slug))
    review(reply=reply, outcome="show", reason="x", by=by)
    assert "shown with the next edition" in html(editor, address("claim", claim.slug))


def test_the_panel_costs_the_same_for_one_piece_and_for_ten(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            editor.get(address("claim", claim.slug))
        return len(asked)

    piece(claim)
    cost()
    one = cost()
    for _ in range(9):
        piece(claim, sets=[1])
    assert cost() == one
