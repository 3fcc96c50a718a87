"""The history pages: what each version changed, two of them compared, and who may restore."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.actions.annotate import delete_annotation, edit_annotation
from annotations.models import Annotation
from archive.models import Operation
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.history.test_restore import edith, evidence, judged, note
from tests.annotations.reviewing.scenes import carried

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def page(kind: str, row: Any) -> str:
    return reverse("history", args=[kind, row.uid])


def seen(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("path", ["nothing/abcdefghij", "annotation/nowhere", "claim/nowhere"])
def test_what_has_no_history_is_not_found(editor: Client, path: str) -> None:
    assert editor.get(f"/admin/history/{path}/").status_code == 404


def test_who_may_not_change_restores_nothing_and_is_offered_nothing(client: Client) -> None:
    row = note()
    client.force_login(factories.moderator())
    assert "Restore version" not in seen(client.get(page("annotation", row)))
    data = {"number": 1, "version": 3, "reason": "So."}
    assert client.post(page("annotation", row), data).status_code == 403
    assert Annotation.objects.get(pk=row.pk).version == 3


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 400),
        ({"number": 1, "version": 3}, 400),
        ({"number": "x", "version": 3, "reason": "So."}, 400),
        ({"number": 9, "version": 3, "reason": "So."}, 400),
        ({"version": 3, "reason": "So."}, 400),
        ({"number": 1, "version": 2, "reason": "So."}, 409),
    ],
)
def test_what_cannot_be_restored_is_told(editor: Client, data: Any, status: int) -> None:
    row = note()
    response = editor.post(page("annotation", row), data)
    assert response.status_code == status
    assert 'role="alert"' in seen(response)
    assert Annotation.objects.get(pk=row.pk).version == 3


def test_each_version_says_who_why_and_what(editor: Client) -> None:
    row = note()
    edit_annotation(
        annotation=row, expected=3, body="Last.", by=factories.editor("ernst"), reason="Shorter."
    )
    shown = seen(editor.get(page("annotation", row)))
    assert "4 versions" in shown
    assert "<td>ernst</td> <td>note</td> <td>Shorter.</td>" in shown
    assert "<td>where it stands</td>" in shown


def test_two_versions_are_compared_word_by_word(editor: Client) -> None:
    row = note()
    shown = seen(editor.get(page("annotation", row), {"left": 1, "right": 3}))
    assert "<del>A</del><ins>Said</ins>" in shown
    assert "<del>One </del>claim" in shown
    assert "text 1, characters 0 to 9 → text 1, characters 4 to 9" in shown


def test_the_last_two_are_compared_unless_told(editor: Client) -> None:
    shown = seen(editor.get(page("annotation", note()), {"left": "x", "right": "77"}))
    assert "Version 2 and version 3" in shown


def test_restoring_leads_back_to_the_history(editor: Client) -> None:
    row = note()
    response = editor.post(
        page("annotation", row), {"number": 1, "version": 3, "reason": "It was better."}
    )
    shown = seen(editor.get(response["Location"]))
    assert "Version 1 stands again." in shown
    assert "It was better." in shown
    assert Annotation.objects.get(pk=row.pk).body == "A note."


def test_a_deletion_is_undone_here(editor: Client) -> None:
    row = note()
    delete_annotation(annotation=row, expected=3, **edith())
    assert "It is deleted" in seen(editor.get(page("annotation", row)))
    editor.post(page("annotation", row), {"version": 4, "reason": "It holds."})
    assert Annotation.objects.get(pk=row.pk).state == "active"


def test_words_of_readers_comments_stay_covered(editor: Client) -> None:
    text = factories.rendition("One claim.", [("wind", "Nobody asked the wind.")])
    row = scenes.mark(text, "Nobody asked")
    edit_annotation(annotation=row, expected=1, end=row.end + 4, **edith())
    shown = seen(editor.get(page("annotation", row)))
    assert "Words in the comment section." in shown
    assert "asked" not in shown


def test_a_mark_that_was_carried_shows_both_texts_and_each_look_is_logged(editor: Client) -> None:
    made = carried()
    row = Annotation.objects.get(rendition=made)
    shown = seen(editor.get(page("annotation", row)))
    assert "text 1, characters" in shown
    assert "That version lay on an earlier text" in shown
    assert Operation.objects.filter(kind="view", subject__startswith="rendition:").count() == 2


def test_claims_evidence_and_judgements_have_theirs(editor: Client) -> None:
    piece = evidence()
    shown = seen(editor.get(page("evidence", piece)))
    assert "<del>supports</del><ins>refutes</ins>" in shown
    assert "It was <ins>not </ins>so." in seen(editor.get(page("claim", piece.claim)))
    assert "Nothing was judged yet." in seen(editor.get(page("assessment", piece.claim)))


def test_a_judgement_is_taken_up_again(editor: Client) -> None:
    row = judged()
    factories.rendition(slug="some")
    panel = editor.get(reverse("annotate:claim", args=["some", row.slug]))
    assert page("assessment", row) in seen(panel)
    shown = seen(editor.get(page("assessment", row)))
    assert "Restore version 1" in shown
    assert "possibly true" in shown
    editor.post(page("assessment", row), {"number": 1, "version": 2, "reason": "After all."})
    assert row.assessments.current().get().credibility == 3


def test_the_way_here_stands_beside_what_has_a_history(editor: Client) -> None:
    piece = evidence()
    mark = scenes.mark(factories.rendition("Some words.", slug="some"), "words", version=2)
    for kind, row in (("claim", piece.claim), ("evidence", piece), ("annotation", mark)):
        admin = reverse(f"admin:annotations_{kind}_change", args=[row.pk])
        assert page(kind, row) in seen(editor.get(admin))
    assert page("annotation", mark) in seen(editor.get("/admin/annotate/some/"))
    panel = seen(editor.get(reverse("annotate:claim", args=["some", piece.claim.slug])))
    for kind, row in (("claim", piece.claim), ("evidence", piece)):
        assert page(kind, row) in panel


def test_the_page_asks_as_much_for_ten_versions_as_for_three(editor: Client) -> None:
    row = note()
    address = page("annotation", row)
    editor.get(address)
    with CaptureQueriesContext(connection) as few:
        editor.get(address)
    for version in range(3, 10):
        edit_annotation(annotation=row, expected=version, body=f"Words {version}.", **edith())
    with CaptureQueriesContext(connection) as many:
        assert "10 versions" in seen(editor.get(address, {"left": 1, "right": 3}))
    assert len(many) <= len(few) + 1
