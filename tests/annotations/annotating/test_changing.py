"""Changing marks, claims, judgements and evidence, and undoing it."""

import pytest
from django.test import Client

from annotations.actions.annotate import delete_annotation, edit_annotation
from annotations.actions.claims import create_claim, delete_claim, edit_claim
from annotations.actions.marking import mark_claim, mark_evidence
from annotations.models import Assessment, Claim, Evidence, Revision
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import (
    JUDGEMENT,
    TEXT,
    WORK,
    address,
    ask,
    note,
    place,
    populate,
    words,
)

pytestmark = pytest.mark.django_db


def test_a_change_says_why_and_keeps_what_was(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    sent = words(rendition, "China was") | {
        "version": 1,
        "reason": "Wider.",
        "body": "Who?\r\nWhy?",
    }
    answer = editor.post(address("edit", made.uid), sent)
    made.refresh_from_db()
    assert answer.headers["Location"] == f"{address('page')}#n-{made.uid}"
    assert (made.body, made.end - made.start) == ("Who?\nWhy?", len("China was"))
    assert Revision.objects.get().fields["body"] == "Which?"


def test_a_change_without_reason_is_refused(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    sent = words(rendition, "China") | {"version": 1, "reason": "", "body": "Who?"}
    assert editor.post(address("edit", made.uid), sent).status_code == 400


def test_who_saves_second_sees_both_texts_and_then_decides(
    editor: Client, rendition: Rendition
) -> None:
    made = note(rendition)
    edit_annotation(
        annotation=made, expected=1, by=factories.editor("ernst"), reason="a", body="Theirs."
    )
    sent = words(rendition, "China") | {"version": 1, "reason": "b", "body": "Mine."}
    answer = ask(editor, address("edit", made.uid), sent)
    said = answer.json()
    assert answer.status_code == 409
    assert (said["theirs"], said["yours"]) == ({"Note": "Theirs."}, {"Note": "Mine."})
    assert "<ins>Theirs</ins>." in said["html"]
    assert "<ins>Mine</ins>." in said["html"]
    assert 'name="version" value="2"' in said["html"]
    made.refresh_from_db()
    assert made.body == "Theirs."
    assert ask(editor, address("edit", made.uid), sent | {"version": 2}).status_code == 200
    assert set(Revision.objects.values_list("fields__body", flat=True)) == {"Which?", "Theirs."}


def test_a_deleted_mark_is_listed_with_a_way_back(editor: Client, rendition: Rendition) -> None:
    made = note(rendition)
    editor.post(address("delete", made.uid), {"version": 1, "reason": "A slip."})
    html = editor.get(address("page")).content.decode()
    assert f'data-annotation="{made.uid}"' not in html
    assert address("restore", made.uid) in html
    answer = ask(editor, address("restore", made.uid), {"version": 2, "reason": "Undone."})
    made.refresh_from_db()
    assert made.state == "active"
    assert f'data-annotation="{made.uid}"' in answer.json()["passages"]["b-0"]


def test_a_mark_that_somebody_changed_is_not_deleted_unseen(
    editor: Client, rendition: Rendition
) -> None:
    made = note(rendition)
    edit_annotation(annotation=made, expected=1, by=factories.editor(), reason="a", body="Theirs.")
    answer = ask(editor, address("delete", made.uid), {"version": 1, "reason": "A slip."})
    assert answer.status_code == 409
    made.refresh_from_db()
    assert made.state == "active"


def test_a_mark_of_another_document_is_not_changed_from_here(
    editor: Client, rendition: Rendition
) -> None:
    other = note(factories.rendition(f"{TEXT} More.", slug="other"))
    assert editor.get(address("edit", other.uid)).status_code == 404
    assert (
        editor.post(address("delete", other.uid), {"version": 1, "reason": "x"}).status_code == 404
    )


def test_a_mark_of_a_deleted_claim_does_not_come_back(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    by = factories.editor()
    made = mark_claim(**place(rendition, "China"), claim=claim, stance="asserts", by=by)
    delete_annotation(annotation=made, expected=1, by=by, reason="x")
    delete_claim(claim=claim, expected=1, by=by, reason="x")
    answer = ask(editor, address("restore", made.uid), {"version": 2, "reason": "Undone."})
    assert (answer.status_code, "This claim was deleted" in answer.json()["error"]) == (400, True)


def test_claims_are_found_while_typing(editor: Client, rendition: Rendition, claim: Claim) -> None:
    create_claim(slug="ladakh", statement="Troops left Ladakh.", by=factories.editor())
    said = ask(editor, f"{address('find_claims')}?q=force+at+aigun").json()
    assert [each["slug"] for each in said["claims"]] == [claim.slug]
    assert said["proposed"] == "force-at-aigun"


def test_deleted_claims_are_not_offered(editor: Client, rendition: Rendition, claim: Claim) -> None:
    delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")
    assert ask(editor, f"{address('find_claims')}?q=aigun").json()["claims"] == []


def test_a_claim_shows_its_places_its_evidence_and_its_judgements(
    editor: Client, rendition: Rendition
) -> None:
    populate(rendition, 1)
    claim = Claim.objects.get()
    html = editor.get(address("claim", claim.slug)).content.decode()
    for said in (
        claim.statement,
        "probably true",
        "It fits.",
        "So it says.",
        "nobody rested",
        "China was",
    ):
        assert said in html


def test_words_of_comments_stay_covered_on_the_claims_sheet(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    mark_evidence(
        **place(rendition, "Rain fell."),
        claim=claim,
        relation="supports",
        note="Weather.",
        by=factories.editor(),
    )
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert "Words in the comment section." in html
    assert "Rain fell" not in html


def test_a_claim_is_changed_with_a_reason(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    sent = {"statement": "Better.", "kind": "fact", "version": 1, "reason": "Clearer."}
    answer = editor.post(address("edit_claim", claim.slug), sent)
    claim.refresh_from_db()
    assert answer.headers["Location"] == address("claim", claim.slug)
    assert (claim.statement, Revision.objects.get().reason) == ("Better.", "Clearer.")


def test_two_changes_of_a_claim_are_shown_side_by_side(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    edit_claim(claim=claim, expected=1, by=factories.editor(), reason="a", kind="opinion")
    sent = {"statement": claim.statement, "kind": "prediction", "version": 1, "reason": "b"}
    answer = ask(editor, address("edit_claim", claim.slug), sent)
    assert answer.status_code == 409
    assert answer.json()["theirs"] == {"Kind": "opinion"}
    assert answer.json()["yours"] == {"Kind": "prediction"}


def test_a_claim_is_judged_and_every_card_of_it_says_so(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    made = mark_claim(
        **place(rendition, "forced"), claim=claim, stance="asserts", by=factories.editor()
    )
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT)
    said = answer.json()
    assert (said["then"], [card["uid"] for card in said["cards"]]) == (
        address("claim", claim.slug),
        [made.uid],
    )
    assert "probably true" in said["cards"][0]["html"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"credibility": "1"}, "confirmed by other independent sources"),
        ({"credibility": ""}, "from 1 to 6"),
        ({"verdict": "not_checkable"}, "leave the credibility empty"),
        ({"as_of": "2999-01-01"}, "lies in the future"),
        ({"reasons": ""}, "This field is required."),
    ],
)
def test_a_judgement_that_does_not_hold_is_refused(
    editor: Client, rendition: Rendition, claim: Claim, values: dict[str, str], why: str
) -> None:
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT | values)
    assert answer.status_code == 400
    assert why in answer.json()["html"]
    assert not Assessment.objects.exists()


def test_a_judgement_does_not_replace_one_that_was_not_seen(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    editor.post(address("judge", claim.slug), JUDGEMENT)
    answer = ask(editor, address("judge", claim.slug), JUDGEMENT | {"credibility": "4"})
    assert answer.status_code == 409
    assert answer.json()["theirs"] == {"Credibility": "2 – probably true"}
    assert Assessment.objects.count() == 1


def test_an_outside_work_is_added_changed_deleted_and_brought_back(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    editor.post(address("work", claim.slug), WORK)
    row = Evidence.objects.get()
    edit = WORK | {"version": 1, "reason": "Seen.", "access": "in_hand"}
    editor.post(address("edit_evidence", row.uid), edit)
    row.refresh_from_db()
    assert (row.access, row.version) == ("in_hand", 2)
    editor.post(address("delete_evidence", row.uid), {"version": 2, "reason": "A slip."})
    row.refresh_from_db()
    assert row.state == "deleted"
    html = editor.get(address("claim", claim.slug)).content.decode()
    assert address("restore_evidence", row.uid) in html
    editor.post(address("restore_evidence", row.uid), {"version": 3, "reason": "Undone."})
    row.refresh_from_db()
    assert row.state == "active"


def test_deleted_evidence_takes_its_mark_out_of_text_and_list(
    editor: Client, rendition: Rendition, claim: Claim
) -> None:
    row = mark_evidence(
        **place(rendition, "nobody rested"),
        claim=claim,
        relation="supports",
        note="x",
        by=factories.editor(),
    )
    sent = {"version": 1, "reason": "A slip."}
    said = ask(editor, address("delete_evidence", row.uid), sent).json()
    assert [card["is_deleted"] for card in said["cards"]] == [True]
    assert "<mark" not in "".join(said["passages"].values())


@pytest.mark.parametrize(
    "values",
    [
        {"access": ""},
        {"work": ""},
        {"work_url": "javascript:alert(1)"},
        {"access": "cited_through"},
    ],
)
def test_an_outside_work_that_does_not_hold_is_refused(
    editor: Client, rendition: Rendition, claim: Claim, values: dict[str, str]
) -> None:
    assert ask(editor, address("work", claim.slug), WORK | values).status_code == 400
    assert not Evidence.objects.exists()
