"""Correcting what a text's passages are taken for: the words, marks and decisions go on."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.cases import open_cases
from annotations.actions.correct import correct
from annotations.models import Annotation, Case, CaseState
from archive.errors import Refused
from archive.models import Operation, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

TEXT = "Menu of the site\n\nA claim stands here.\n\nAll rights reserved"


@pytest.fixture
def text() -> Rendition:
    made = factories.rendition(TEXT, [("ann", "Well said."), ("bob", "Indeed.", 0)], slug="a-text")
    open_cases(rendition=made)
    return made


def kinds(rendition: Rendition) -> list[str]:
    rows = rendition.sections.exclude(kind="comments").order_by("position")
    return [row.kind for row in rows if row.end <= len(TEXT)]


def corrected(text: Rendition, by_index: dict[int, str], **more: Any) -> Rendition:
    by = factories.editor()
    return correct(rendition=text, kinds=by_index, by=by, reason="No article.", **more).rendition


def test_the_same_words_are_read_anew(text: Rendition) -> None:
    made = corrected(text, {0: "residue", 2: "residue"})
    assert (made.text, made.corrects, made.number) == (text.text, text, 2)
    assert kinds(made) == ["residue", "paragraph", "residue"]
    assert kinds(text) == ["paragraph"] * 3


def test_marks_keep_their_place_and_what_they_were_is_kept(text: Rendition) -> None:
    mark = scenes.mark(text, "A claim stands")
    made = corrected(text, {0: "residue"})
    row = Annotation.objects.get(pk=mark.pk)
    assert (row.rendition, row.start, row.end) == (made, mark.start, mark.end)
    assert row.version == mark.version + 1


def test_decisions_on_comments_that_stay_are_inherited(text: Rendition) -> None:
    scenes.keep_all(text)
    made = corrected(text, {0: "residue"})
    states = set(Case.objects.filter(comment__rendition=made).values_list("state", flat=True))
    assert states == {CaseState.DECIDED}


def test_what_is_no_comment_becomes_residue_and_replies_move_up(text: Rendition) -> None:
    made = corrected(text, {}, dropped={0})
    (left,) = made.comments.all()
    assert (left.number, left.depth, left.parent) == (1, 0, None)
    assert made.sections.filter(kind="residue").count() == 2


@pytest.mark.parametrize(
    ("by_index", "reason", "sentence"),
    [
        ({}, "Why.", "Nothing was changed."),
        ({0: "paragraph"}, "Why.", "Nothing was changed."),
        ({0: "residue"}, " ", "Say in a few words why"),
        ({0: "comments"}, "Why.", "cannot be"),
        ({9: "residue"}, "Why.", "Passage 10 cannot be"),
        ({0: "title", 1: "title"}, "Why.", "There is one title"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    text: Rendition, by_index: dict[int, str], reason: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        correct(rendition=text, kinds=by_index, by=factories.editor(), reason=reason)
    assert Rendition.objects.count() == 1


def test_a_text_that_was_corrected_meanwhile_is_not_corrected_again(text: Rendition) -> None:
    corrected(text, {0: "residue"})
    with pytest.raises(Refused, match="newer text"):
        corrected(text, {2: "residue"})


def page(client: Client, text: Rendition, **typed: Any) -> Any:
    client.force_login(factories.editor())
    address = reverse("correct", args=["a-text"])
    if not typed:
        return client.get(address)
    answers = {"kind-0": "paragraph", "kind-1": "paragraph", "kind-2": "paragraph"}
    return client.post(address, {"rendition": text.uid, "reason": "Menu."} | answers | typed)


def test_the_page_shows_every_passage_and_the_look_is_logged(
    client: Client, text: Rendition
) -> None:
    words = page(client, text).content.decode()
    assert "Menu of the site" in words
    assert "Passage 3 is" in words
    assert Operation.objects.get().subject == f"rendition:{text.uid}"


def test_all_outside_the_bounds_becomes_residue(client: Client, text: Rendition) -> None:
    response = page(client, text, first="2", last="2")
    assert response.status_code == 302
    assert kinds(Rendition.objects.get(number=2)) == ["residue", "paragraph", "residue"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"first": "3", "last": "2"}, "There are 3 passages"),
        ({"last": "4"}, "There are 3 passages"),
        ({"first": "0"}, "greater than or equal to 1"),
        ({"kind-0": "comments"}, "Select a valid choice"),
        ({"reason": ""}, "This field is required"),
        ({"rendition": "another"}, "Meanwhile the document has a newer text"),
        ({"kind-0": "paragraph"}, "Nothing was changed."),
    ],
)
def test_what_is_typed_wrong_is_said(
    client: Client, text: Rendition, typed: dict[str, str], sentence: str
) -> None:
    response = page(client, text, **typed)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert Rendition.objects.count() == 1
