"""Undo and redo: the verbs that do the opposite, one after another, and what they refuse."""

from typing import Any

import pytest
from django.test import Client

from annotations.actions.annotate import edit_annotation
from annotations.actions.claims import edit_claim
from annotations.models import Annotation, Case, Claim, Evidence, Flag, Revision
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import address, ask, note, query, words

pytestmark = pytest.mark.django_db


def send(client: Client, name: str, *args: str, **values: Any) -> Any:
    return ask(client, address(name, *args), values)


def undo(client: Client, answer: Any) -> Any:
    return ask(client, address("undo"), {"step": answer.json()["undo"]})


def states() -> set[str]:
    marks = Annotation.objects.values_list("state", flat=True)
    return {*marks, *Evidence.objects.values_list("state", flat=True)}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("note", {"body": "Which?"}),
        ("lacuna", {}),
        ("claim", {"existing": "aigun-forced", "stance": "denies", "kind": "fact"}),
        ("evidence", {"claim": "aigun-forced", "relation": "refutes", "note": "It says so."}),
    ],
)
def test_a_mark_is_undone_and_made_again(
    editor: Client, rendition: Rendition, claim: Claim, kind: str, values: dict[str, str]
) -> None:
    extra = {"independence": "unknown"} if kind == "evidence" else {}
    made = send(editor, "mark", kind, **words(rendition, "China"), **values, **extra)
    assert made.status_code == 200, made.content
    undone = undo(editor, made)
    assert (undone.status_code, states()) == (200, {"deleted"})
    assert [card["is_deleted"] for card in undone.json()["cards"]] == [True]
    assert "<mark" not in "".join(undone.json()["passages"].values())
    redone = undo(editor, undone)
    assert (redone.status_code, states()) == (200, {"active"})
    assert undo(editor, redone).status_code == 200
    assert set(Revision.objects.values_list("reason", flat=True)) == {"Undone."}


def test_a_claim_made_for_the_words_goes_and_comes_with_them(
    editor: Client, rendition: Rendition
) -> None:
    sent = {"statement": "It was forced.", "stance": "asserts", "kind": "fact"}
    made = send(editor, "mark", "claim", **words(rendition, "China"), **sent)
    undone = undo(editor, made)
    assert Claim.objects.get().state == "deleted"
    assert undo(editor, undone).status_code == 200
    assert (Claim.objects.get().state, states()) == ("active", {"active"})


def test_a_claim_that_somebody_else_has_use_for_stays(editor: Client, rendition: Rendition) -> None:
    sent = {"statement": "It was forced.", "stance": "asserts", "kind": "fact"}
    made = send(editor, "mark", "claim", **words(rendition, "China"), **sent)
    row = Claim.objects.get()
    edit_claim(claim=row, expected=1, by=factories.editor("ernst"), reason="a", statement="Forced.")
    undone = undo(editor, made)
    assert (undone.status_code, len(undone.json()["undo"])) == (200, 1)
    row.refresh_from_db()
    assert (row.state, states()) == ("active", {"deleted"})


def test_an_edit_is_undone_to_the_version_before_and_redone(
    editor: Client, rendition: Rendition
) -> None:
    row = note(rendition)
    sent = words(rendition, "China was") | {"version": 1, "reason": "Wider.", "body": "Who?"}
    changed = ask(editor, address("edit", row.uid), sent)
    undone = undo(editor, changed)
    row.refresh_from_db()
    assert (row.body, rendition.text[row.start : row.end], row.version) == ("Which?", "China", 3)
    undo(editor, undone)
    row.refresh_from_db()
    assert (row.body, rendition.text[row.start : row.end]) == ("Who?", "China was")


def test_nothing_is_undone_that_a_colleague_changed_since(
    editor: Client, rendition: Rendition
) -> None:
    made = send(editor, "mark", "note", **words(rendition, "China"), body="Which?")
    row = Annotation.objects.get()
    edit_annotation(
        annotation=row, expected=1, by=factories.editor("ernst"), reason="a", body="Theirs."
    )
    refused = undo(editor, made)
    assert (refused.status_code, "somebody else" in refused.json()["error"]) == (409, True)
    row.refresh_from_db()
    assert (row.body, row.state) == ("Theirs.", "active")


@pytest.mark.parametrize(
    "step",
    [
        "",
        "rendition a1 1 deleted",
        "annotation nowhere 1 deleted",
        "annotation {uid} one deleted",
        "annotation {uid} 1 expunged",
        "annotation {uid} 1 9",
        "claim {uid} 1 3",
        "annotation {uid} 1 deleted extra words",
    ],
)
def test_what_is_no_step_is_refused(editor: Client, rendition: Rendition, step: str) -> None:
    row = note(rendition)
    answer = send(editor, "undo", step=step.format(uid=row.uid))
    row.refresh_from_db()
    is_good = step.startswith("annotation {uid} 1 deleted")
    assert (answer.status_code, row.state) == ((200, "deleted") if is_good else (400, "active"))


@pytest.mark.parametrize("name", ["undo", "flag"])
def test_who_may_not_mark_undoes_and_flags_nothing(
    client: Client, rendition: Rendition, name: str
) -> None:
    client.force_login(factories.publisher())
    assert send(client, name, step="annotation a 1 deleted").status_code == 403


def test_flagged_words_join_the_case_of_their_comment(editor: Client, rendition: Rendition) -> None:
    where = words(rendition, "asked the wind")
    form = ask(editor, f"{address('flag')}?{query(where)}").json()
    assert "Comment 1" in form["html"]
    assert "asked the wind" not in form["html"]
    case = Case.objects.get(comment__number=1, part="body")
    sent = where | {"case": case.uid, "category": "spam", "reason": "It sells something."}
    assert ask(editor, address("flag"), sent).status_code == 200
    assert Flag.objects.get().case == case
    again = ask(editor, address("flag"), sent)
    assert (again.status_code, Flag.objects.count()) == (400, 1)


def test_the_handle_of_a_comment_is_a_case_of_its_own(editor: Client, rendition: Rendition) -> None:
    form = ask(editor, f"{address('flag')}?{query(words(rendition, 'rain'))}").json()
    assert "The handle of comment 2" in form["html"]


def test_words_that_are_no_comment_cannot_be_flagged(editor: Client, rendition: Rendition) -> None:
    answer = ask(editor, f"{address('flag')}?{query(words(rendition, 'China'))}")
    assert answer.status_code == 400
    assert "readers’ comments" in answer.json()["error"]
    assert Case.objects.count() == 0


def test_other_documents_are_offered_the_last_worked_on_first(
    editor: Client, rendition: Rendition
) -> None:
    for slug in ("alpha", "beta", "gamma"):
        factories.rendition(f"Some words of {slug}.", slug=slug)
    note(factories.rendition("China again.", slug="zeta"))
    found = ask(editor, address("others")).json()["others"]
    assert [each["title"] for each in found] == ["Zeta", "Alpha", "Beta", "Gamma"]
    named = ask(editor, f"{address('others')}?q=ALPH").json()["others"]
    assert [each["address"] for each in named] == ["/admin/annotate/alpha/"]
