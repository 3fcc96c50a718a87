"""The review page: what it shows, what each verb answers, who may."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.actions.reanchor import reanchor
from annotations.actions.settle import accept, dismiss
from annotations.models import Annotation, Placing, Settlement
from archive.models import Operation, Rendition
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.reviewing.scenes import (
    NEW,
    OLD,
    SLUG,
    WORDS,
    carried,
    document,
    later,
    waits,
)

pytestmark = pytest.mark.django_db

PAGE = f"/admin/annotate/{SLUG}/review/"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def send(client: Client, verb: str, row: Placing | None = None, **values: Any) -> Any:
    asked = {"mark": row.uid, "seen": row.settlements.count()} if row else {}
    return client.post(PAGE, {"verb": verb} | asked | values)


def seen(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"verb": "unknown"},
        {"verb": "accept"},
        {"verb": "accept", "mark": "nowhere", "seen": 0},
        {"verb": "accept", "mark": "x", "seen": "many"},
        {"verb": "alike", "at_least": 7, "count": 1},
        {"verb": "alike"},
    ],
)
def test_what_the_page_does_not_offer_is_refused(editor: Client, data: dict[str, Any]) -> None:
    carried()
    response = editor.post(PAGE, data)
    assert response.status_code == 400
    assert "load it again" in seen(response)
    assert not Settlement.objects.exists()


def test_a_form_about_a_place_needs_all_of_it(editor: Client) -> None:
    carried()
    row = waits("changed")
    assert send(editor, "elsewhere", row, start=3).status_code == 400
    assert editor.post(PAGE, {"verb": "accept", "mark": row.uid}).status_code == 400
    assert not Settlement.objects.exists()


def test_a_mark_of_another_document_is_none_of_this_page(editor: Client) -> None:
    carried()
    factories.rendition("Another.", slug="another")
    row = waits("changed")
    address = reverse("review", args=["another"])
    data = {"verb": "accept", "mark": row.uid, "seen": 0}
    assert editor.post(address, data).status_code == 400
    assert not Settlement.objects.exists()


def test_the_second_of_two_reviewers_is_told_who_was_first(editor: Client) -> None:
    carried()
    row = waits("changed")
    dismiss(placing=row, seen=0, by=factories.editor("ernst"), reason="Gone.")
    response = editor.post(PAGE, {"verb": "accept", "mark": row.uid, "seen": 0})
    assert response.status_code == 409
    assert "ernst was first. This mark: deleted" in seen(response)
    assert row.settlements.count() == 1


def test_a_mark_for_an_older_text_is_decided_by_nobody(editor: Client) -> None:
    made = carried()
    row = waits("changed")
    later(made, f"{NEW} And more.")
    response = send(editor, "accept", row)
    assert response.status_code == 400
    assert "A newer text" in seen(response)


def test_the_words_of_both_texts_are_side_by_side(editor: Client) -> None:
    carried()
    shown = seen(editor.get(PAGE))
    assert "Mark 1 of 2: words changed" in shown
    assert "<mark><del>at</del></mark>" in shown
    assert "<mark><ins>in</ins></mark>" in shown
    assert "1 word went (struck through) and 2 came (underlined)" in shown


def test_accepting_goes_on_with_the_next(editor: Client) -> None:
    carried()
    row, following = waits("changed"), waits("orphan")
    response = send(editor, "accept", row)
    assert response["Location"] == f"{PAGE}?mark={following.uid}"
    shown = seen(editor.get(response["Location"]))
    assert "Accepted." in shown
    assert "Mark 1 of 1: not found" in shown
    assert "1 decided" in shown


def test_a_place_is_found_by_its_words_and_the_address_holds_none(editor: Client) -> None:
    made = carried()
    row = waits("orphan")
    response = send(editor, "find", row, exact="from its source")
    shown = seen(response)
    assert "These words stand in one place." in shown
    start = made.text.index("from its source")
    assert f'name="start" value="{start}"' in shown
    assert "These words are not in text 2" in seen(send(editor, "find", row, exact="no such"))
    send(editor, "elsewhere", row, start=start, end=start + 15)
    assert Annotation.objects.get(pk=row.annotation_id).start == start


def test_all_is_decided_and_undone_again(editor: Client) -> None:
    carried()
    send(editor, "accept", waits("changed"))
    send(editor, "dismiss", waits("orphan"), reason="Cut.")
    assert "Nothing waits" in seen(editor.get(PAGE))
    for count in (1, 2):
        response = send(editor, "undo")
        assert f"of {count}" in seen(editor.get(response["Location"]))
    assert "nothing of yours" in seen(send(editor, "undo"))


def test_many_are_accepted_with_their_count(editor: Client) -> None:
    made = carried()
    shown = seen(editor.get(PAGE))
    (bound,) = re.findall(r'name="at_least" value="(0\.\d\d)"', shown)
    assert f"{float(bound):.0%}".replace("%", " % or more: 1 mark<") in shown
    response = send(editor, "alike", at_least=bound, count="1")
    assert "1 accepted" in seen(editor.get(response["Location"]))
    assert Annotation.objects.filter(rendition=made).count() == 2


def test_marks_that_nobody_looked_for_are_carried_from_here(editor: Client) -> None:
    text = factories.rendition(OLD, slug=SLUG)
    for words in WORDS.values():
        scenes.mark(text, words)
    later(text, NEW)
    assert "3 marks of an earlier text were not looked for" in seen(editor.get(PAGE))
    assert "1 carried over. 2 wait for you." in seen(editor.get(send(editor, "carry")["Location"]))


def test_readers_comments_stay_covered(editor: Client) -> None:
    comments = [("wind", "Nobody asked the wind about it."), ("rain", "Rain fell on all of it.")]
    text = factories.rendition(OLD, comments, slug=SLUG)
    scenes.mark(text, "Nobody asked the wind")
    scenes.mark(text, "returned without an answer")
    made = later(text, f"{OLD.replace('without an', 'with no')} Rain fell on all of it.")
    reanchor(document=document(made), by=factories.editor())
    first, second = Placing.objects.waiting(made)
    shown = seen(editor.get(f"{PAGE}?mark={first.uid}"))
    assert "asked the wind" not in shown
    covered = seen(editor.get(f"{PAGE}?mark={second.uid}"))
    before, cover, _ = covered.partition("<details class")
    assert cover
    assert "asked the wind" not in before
    assert "Words in the comment section" in covered


def test_each_look_is_logged(editor: Client) -> None:
    made = carried()
    editor.get(PAGE)
    names = {*Operation.objects.filter(kind="view").values_list("subject", flat=True)}
    old = Rendition.objects.get(number=1)
    assert {f"rendition:{made.uid}", f"rendition:{old.uid}"} <= names


def test_who_may_only_read_is_offered_no_verb(client: Client) -> None:
    carried()
    client.force_login(factories.moderator())
    shown = seen(client.get(PAGE))
    assert "You may look here, but not decide." in shown
    assert 'name="verb" value="accept"' not in shown


def test_the_way_here_is_shown_where_work_is_done(editor: Client) -> None:
    made = carried()
    text = editor.get(f"/admin/annotate/{SLUG}/")
    assert "2 marks of an earlier text wait for review" in seen(text)
    admin = reverse("admin:archive_document_change", args=[document(made).pk])
    assert "Review 2 marks" in seen(editor.get(admin))
    for row in Placing.objects.waiting(made):
        by = factories.editor()
        if row.state == "changed":
            accept(placing=row, seen=0, by=by)
        else:
            dismiss(placing=row, seen=0, by=by, reason="Cut.")
    assert "for review" not in seen(editor.get(f"/admin/annotate/{SLUG}/"))
    assert PAGE not in seen(editor.get(admin))


def test_the_page_asks_as_much_for_ten_marks_as_for_two(editor: Client) -> None:
    carried()
    editor.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        editor.get(PAGE)
    old = Rendition.objects.get(number=1)
    for number in range(10):
        start = OLD.index("A report") + number
        scenes.mark(old, OLD[start : start + 30])
    reanchor(document=document(old), by=factories.editor())
    with CaptureQueriesContext(connection) as many:
        assert "Mark 1 of 12" in seen(editor.get(PAGE))
    assert len(many) == len(few)
