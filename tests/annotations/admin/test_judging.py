"""Claims, evidence, annotations and assessments in the admin: reasons, versions, undoing."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.annotate import annotate, edit_annotation
from annotations.actions.assess import assess
from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Annotation, Assessment, Claim, Evidence, Revision
from archive.models import Slug
from tests import factories
from tests.archive.admin.forms import errors, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


@pytest.fixture
def note() -> Annotation:
    rendition = factories.rendition("One claim stands here.")
    return annotate(
        rendition=rendition, start=0, end=9, kind="note", body="A note.", by=factories.editor()
    )


@pytest.fixture
def claim() -> Claim:
    return create_claim(slug="a-claim", statement="It was so.", by=factories.editor())


def change(row: Any) -> str:
    return reverse(f"admin:annotations_{row._meta.model_name}_change", args=[row.pk])


def changelist(model: Any) -> str:
    return reverse(f"admin:annotations_{model._meta.model_name}_changelist")


def test_a_changed_note_keeps_how_it_read_and_why(editor: Client, note: Annotation) -> None:
    typed = filled(editor.get(change(note)), body="A better note.", reason="Clearer.")
    assert editor.post(change(note), typed).status_code == 302
    note.refresh_from_db()
    assert (note.body, note.version) == ("A better note.", 2)
    revision = Revision.objects.get(subject_uid=note.uid)
    assert (revision.fields["body"], revision.reason) == ("A note.", "Clearer.")


def test_a_change_without_a_reason_is_refused(editor: Client, note: Annotation) -> None:
    typed = filled(editor.get(change(note)), body="A better note.")
    assert editor.post(change(note), typed).status_code == 200
    assert not Revision.objects.exists()


def test_a_note_that_somebody_else_changed_is_shown_in_both_texts(
    editor: Client, note: Annotation
) -> None:
    typed = filled(editor.get(change(note)), body="Mine, with care.", reason="Clearer.")
    edit_annotation(
        annotation=note, expected=1, by=factories.admin(), reason="Other.", body="Theirs."
    )
    response = editor.post(change(note), typed)
    text = response.content.decode()
    assert "Somebody else" in errors(response)[0]
    assert "<td>Theirs.</td>" in text
    assert "Mine, with care.</textarea>" in text
    note.refresh_from_db()
    assert note.body == "Theirs."


def test_what_an_action_refuses_is_said_in_the_form(editor: Client, note: Annotation) -> None:
    typed = filled(editor.get(change(note)), body="", reason="Shorter.")
    response = editor.post(change(note), typed)
    assert errors(response) == ["A note needs some words of its own."]


def test_the_words_stand_in_their_context(editor: Client, note: Annotation) -> None:
    assert "<mark>One claim</mark> stands here." in editor.get(change(note)).content.decode()


def test_an_annotation_is_made_on_its_own_page(editor: Client) -> None:
    assert editor.get(reverse("admin:annotations_annotation_add")).status_code == 403


def act(client: Client, row: Any, action: str, **typed: Any) -> Any:
    chosen = {"action": action, "_selected_action": [row.pk]}
    return client.post(changelist(row), chosen | typed, follow=True)


def test_deleting_asks_why_and_can_be_undone(editor: Client, note: Annotation) -> None:
    page = act(editor, note, "delete").content.decode()
    assert f'name="version-{note.pk}" value="1"' in page
    note.refresh_from_db()
    assert note.state == "active"
    typed = {"confirmed": "yes", "reason": "Made twice."}
    act(editor, note, "delete", **typed, **{f"version-{note.pk}": 1})
    note.refresh_from_db()
    assert note.state == "deleted"
    act(editor, note, "restore", **typed, **{f"version-{note.pk}": 2})
    note.refresh_from_db()
    assert note.state == "active"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"confirmed": "yes", "reason": " "}, "Say why"),
        ({"confirmed": "yes", "reason": "Why.", "version": 7}, "changed by somebody else"),
        ({"confirmed": "yes", "reason": "Why.", "version": "x"}, "changed by somebody else"),
    ],
)
def test_an_action_without_reason_or_with_a_stale_version_does_nothing(
    editor: Client, note: Annotation, typed: dict[str, Any], said: str
) -> None:
    sent = dict(typed)
    sent[f"version-{note.pk}"] = sent.pop("version", 1)
    assert said in act(editor, note, "delete", **sent).content.decode()
    note.refresh_from_db()
    assert note.state == "active"


def test_a_claim_is_made_with_its_address(editor: Client) -> None:
    typed = {
        "statement": "It was so.",
        "slug": "it-was-so",
        "kind": "fact",
        "topics": "war\ntreaty\n",
        "when_edtf": "1858-05-28",
    }
    response = editor.post(reverse("admin:annotations_claim_add"), typed)
    assert response.status_code == 302
    claim = Claim.objects.get()
    assert (claim.topics, claim.created_by.username) == (["war", "treaty"], "edith")
    assert Slug.objects.get(kind="claim").value == "it-was-so"


def test_a_date_that_no_machine_reads_is_refused_in_the_form(editor: Client) -> None:
    typed = {"statement": "S.", "slug": "s", "kind": "fact", "when_edtf": "about then"}
    response = editor.post(reverse("admin:annotations_claim_add"), typed)
    assert response.status_code == 200
    assert "“about then” is no EDTF date" in response.content.decode()
    assert not Claim.objects.exists()


def test_a_claim_with_evidence_is_not_deleted(editor: Client, claim: Claim) -> None:
    add_evidence(
        claim=claim,
        relation="supports",
        note="Why.",
        work="A book, 1901.",
        access="in_hand",
        by=factories.editor(),
    )
    typed = {"confirmed": "yes", "reason": "Why.", f"version-{claim.pk}": claim.version}
    page = act(editor, claim, "delete", **typed)
    assert "Evidence still bears on this claim" in page.content.decode()


def test_evidence_is_added_changed_deleted_and_brought_back(editor: Client, claim: Claim) -> None:
    typed = {
        "claim": claim.pk,
        "relation": "refutes",
        "note": "It says otherwise.",
        "work": "A book, 1901.",
        "access": "in_hand",
        "independence": "unknown",
    }
    assert editor.post(reverse("admin:annotations_evidence_add"), typed).status_code == 302
    evidence = Evidence.objects.get()
    edited = filled(editor.get(change(evidence)), locator="p. 7", reason="Found the page.")
    assert editor.post(change(evidence), edited).status_code == 302
    for action, version, state in [("delete", 2, "deleted"), ("restore", 3, "active")]:
        sent = {"confirmed": "yes", "reason": "Why.", f"version-{evidence.pk}": version}
        act(editor, evidence, action, **sent)
        evidence.refresh_from_db()
        assert evidence.state == state
    assert evidence.locator == "p. 7"


def test_evidence_of_both_kinds_at_once_is_refused(editor: Client, note: Annotation) -> None:
    claim = create_claim(slug="a-claim", statement="It was so.", by=factories.editor())
    typed = {
        "claim": claim.pk,
        "relation": "supports",
        "note": "Why.",
        "annotation": note.pk,
        "work": "A book.",
        "access": "in_hand",
        "independence": "unknown",
    }
    response = editor.post(reverse("admin:annotations_evidence_add"), typed)
    assert response.status_code == 200
    assert errors(response)
    assert not Evidence.objects.exists()


def judged(**columns: Any) -> dict[str, Any]:
    return {
        "verdict": "supported",
        "credibility": 2,
        "reasons": "Mine.",
        "as_of": "2026-01-01",
    } | columns


def test_an_assessment_that_was_not_seen_is_shown_before_it_is_superseded(
    editor: Client, claim: Claim
) -> None:
    path = reverse("admin:annotations_assessment_add")
    first = assess(
        claim=claim,
        verdict="refuted",
        credibility=5,
        reasons="Theirs, meanwhile.",
        as_of=date(2026, 1, 1),
        by=factories.admin(),
    )
    response = editor.post(path, judged(claim=claim.pk))
    assert "that you have not seen" in errors(response)[0]
    assert "Theirs, meanwhile." in response.content.decode()
    assert editor.post(path, filled(response)).status_code == 302
    assert Assessment.objects.current().get(claim=claim).supersedes == first


def test_an_opinion_gets_no_digit(editor: Client) -> None:
    claim = create_claim(slug="c", statement="It is bad.", kind="opinion", by=factories.editor())
    response = editor.post(reverse("admin:annotations_assessment_add"), judged(claim=claim.pk))
    assert "Only a fact gets a digit" in errors(response)[0]
    assert not Assessment.objects.exists()


def test_an_assessment_is_never_edited(editor: Client, claim: Claim) -> None:
    typed = judged(claim=claim.pk)
    editor.post(reverse("admin:annotations_assessment_add"), typed)
    path = change(Assessment.objects.get())
    assert editor.get(path).status_code == 200
    assert editor.post(path, typed).status_code == 403
