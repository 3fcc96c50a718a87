"""The pages of a double reading: what each person sees there, and may do."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations.models import Annotation, DoubleReading, Guideline, ReadingMark
from archive.models import User
from tests import factories
from tests.annotations import double

pytestmark = pytest.mark.django_db


@pytest.fixture
def text() -> DoubleReading:
    return double.opened()


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(text: DoubleReading, rest: str = "") -> str:
    return f"/admin/readings/{text.uid}/{rest}"


def words(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "kind": "note", "body": "A note."} | more


def page(user: User, address: str) -> str:
    answer = as_(user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


PAGES = ["", "guidelines/", "open/{slug}/", "{uid}/", "{uid}/adjudicate/"]
VERBS = ["{uid}/mark/", "{uid}/read/", "{uid}/marks/abc/", "{uid}/done/", "{uid}/close/"]


def filled(path: str, text: DoubleReading) -> str:
    slug = text.rendition.capture.document.slug
    return "/admin/readings/" + path.format(uid=text.uid, slug=slug)


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_is_asked_to_sign_in_and_a_reader_turned_away(
    path: str, text: DoubleReading
) -> None:
    assert Client().get(filled(path, text)).headers["Location"].startswith("/admin/login/")
    assert as_(factories.reader()).get(filled(path, text)).status_code == 403


@pytest.mark.parametrize("path", VERBS)
def test_what_writes_is_never_asked_for_by_a_link(path: str, text: DoubleReading) -> None:
    assert as_(factories.editor("edith")).get(filled(path, text)).status_code == 405


@pytest.mark.parametrize("path", VERBS[:-1])
def test_who_is_no_reader_of_a_text_writes_nothing_in_it(path: str, text: DoubleReading) -> None:
    answer = as_(factories.editor("erika")).post(filled(path, text), words(0, 3) | {"to": "0"})
    assert answer.status_code == 404
    assert not ReadingMark.objects.exists()


def test_a_reader_sees_no_mark_of_the_other(text: DoubleReading) -> None:
    double.mark(double.part(text, 1), "treaty", body="A first thought.")
    assert "A first thought." in page(factories.editor("edith"), at(text))
    assert "A first thought." not in page(factories.editor("edgar"), at(text))
    for name in ("edith", "edgar", "erika"):
        assert as_(factories.editor(name)).get(at(text, "adjudicate/")).status_code == 403


def test_the_annotating_page_knows_nothing_of_a_blind_reading(text: DoubleReading) -> None:
    double.mark(double.part(text, 1), "treaty", body="A first thought.")
    slug = text.rendition.capture.document.slug
    assert "A first thought." not in page(factories.editor("edgar"), f"/admin/annotate/{slug}/")


def test_words_are_marked_by_their_places(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    answer = client.post(at(text, "mark/"), words(4, 10))
    mark = ReadingMark.objects.get()
    assert answer.headers["Location"] == f"{at(text)}#m-{mark.uid}"
    assert (mark.start, mark.end, mark.created_by.username) == (4, 10, "edith")


def test_words_are_marked_by_pasting_them(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    client.post(at(text, "mark/"), {"words": "left bank", "kind": "note", "body": "A note."})
    mark = ReadingMark.objects.get()
    assert double.TEXT[mark.start : mark.end] == "left bank"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"words": "no such words"}, "These words are not in the text."),
        ({"words": "was"}, "stand in 2 places"),
        ({"words": " "}, "Select words in the text, or paste them here."),
        (words(0, 999), "outside the text"),
        (words(0, 3, kind="evidence"), "Select a valid choice"),
        (words(0, 3, kind="claim", stance="asserts", body=""), "needs some words"),
    ],
)
def test_a_refusal_keeps_what_was_filled_in(
    text: DoubleReading, values: dict[str, Any], sentence: str
) -> None:
    sent = {"kind": "note", "body": "A thought to keep."} | values
    answer = as_(factories.editor("edith")).post(at(text, "mark/"), sent)
    said = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in said
    assert sent["body"] in said
    assert not ReadingMark.objects.exists()


def test_a_mark_is_struck_out_and_stands_again(text: DoubleReading) -> None:
    mark = double.mark(double.part(text, 1), "treaty")
    client = as_(factories.editor("edith"))
    client.post(at(text, f"marks/{mark.uid}/"))
    assert not ReadingMark.objects.standing().exists()
    client.post(at(text, f"marks/{mark.uid}/"), {"stand": "yes"})
    assert ReadingMark.objects.standing().exists()


def test_passages_are_read_up_to_a_place(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    second = double.TEXT.index("It gave")
    answer = client.post(at(text, "read/"), {"to": second})
    assert double.part(text, 1).passages.count() == 2
    assert answer.headers["Location"].endswith(f"#b-{double.TEXT.index('Nobody')}")
    assert "1 of 3 passages left to read" in page(factories.editor("edith"), at(text))


@pytest.mark.parametrize("to", ["", "-1", "many", "9" * 30])
def test_a_place_that_is_none_reads_nothing_or_all(text: DoubleReading, to: str) -> None:
    client = as_(factories.editor("edith"))
    assert client.post(at(text, "read/"), {"to": to}).status_code == 302
    assert double.part(text, 1).passages.count() == (3 if to.isdecimal() else 0)


def test_what_is_done_is_no_longer_open(text: DoubleReading) -> None:
    double.done(double.part(text, 1))
    client = as_(factories.editor("edith"))
    answer = client.post(at(text, "mark/"), words(0, 3))
    assert "you are done" in answer.content.decode()
    assert "Until both are done" in page(factories.editor("erika"), at(text))


def compared(text: DoubleReading) -> None:
    first, second = double.part(text, 1), double.part(text, 2)
    double.mark(first, "left bank")
    double.mark(second, "the left bank")
    double.done(first, second)


def test_only_disagreements_are_queued_and_decided(text: DoubleReading) -> None:
    compared(text)
    erika = factories.editor("erika")
    said = page(erika, at(text, "adjudicate/"))
    assert "Left to decide: 1" in said
    matter = re.findall(r'name="matter" value="([^"]+)"', said)[0]
    sent = {"matter": matter, "outcome": "second", "reason": "The article belongs to it."}
    assert as_(erika).post(at(text, "adjudicate/"), sent).status_code == 302
    assert "Nothing is left to decide." in page(erika, at(text, "adjudicate/"))
    as_(erika).post(at(text, "close/"))
    (made,) = Annotation.objects.all()
    assert double.TEXT[made.start : made.end] == "the left bank"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": ""}, "say in a few words why"),
        ({"outcome": "third"}, "Choose what stands"),
        ({"matter": "nothing/"}, "do not differ here"),
        ({"replacing": "somebody"}, "do not differ here"),
    ],
)
def test_a_decision_that_does_not_hold_is_refused_in_words(
    text: DoubleReading, values: dict[str, str], sentence: str
) -> None:
    compared(text)
    sent = {"matter": "x/y", "outcome": "first", "reason": "It is."} | values
    answer = as_(factories.editor("erika")).post(at(text, "adjudicate/"), sent, follow=True)
    assert sentence in answer.content.decode()
    assert not text.adjudications.exists()


def test_the_figures_are_those_of_both_readings(text: DoubleReading) -> None:
    compared(text)
    said = " ".join(page(factories.editor("erika"), at(text, "adjudicate/")).split())
    assert re.search(r"Agreement on the words</dt><dd>\s*0\.\d\d", said)
    assert "nothing to measure" in said


def test_a_double_reading_is_opened_from_a_document(text: DoubleReading) -> None:
    edith, edgar = double.cast()
    address = filled("open/{slug}/", text)
    client = as_(factories.editor("erika"))
    assert client.post(address, {"first": edith.pk, "second": edith.pk}).status_code == 400
    assert client.post(address, {"first": edith.pk, "second": edgar.pk}).status_code == 302
    assert DoubleReading.objects.count() == 2


def test_without_guidelines_nothing_is_opened() -> None:
    rendition = factories.rendition("A walk.")
    slug = rendition.capture.document.slug
    said = page(factories.editor("edith"), f"/admin/readings/open/{slug}/")
    assert "There are no guidelines yet" in said


def test_a_version_of_the_guidelines_is_added_and_none_changed(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    client.post("/admin/readings/guidelines/", {"title": "What to mark", "text": "Less."})
    assert list(Guideline.objects.values_list("version", flat=True)) == [1, 2]
    assert Guideline.objects.get(version=1).text == "Mark *claims*."
    moderator = as_(factories.moderator())
    moderator.post("/admin/readings/guidelines/", {"title": "Mine", "text": "Mine."})
    assert Guideline.objects.count() == 2


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        client.get(address)
    return len(counted)


def test_the_queries_do_not_grow_with_marks_and_passages(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    client.get(at(text))
    double.mark(double.part(text, 1), "treaty")
    before = queries(client, at(text))
    for word in ("signed", "May", "gave", "left", "bank", "away", "Nobody", "asked", "The"):
        double.mark(double.part(text, 1), word)
    assert queries(client, at(text)) == before


def test_the_queries_do_not_grow_with_what_the_readers_differ_on(text: DoubleReading) -> None:
    other = double.opened("One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.")
    for word in ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]:
        double.mark(double.part(other, 1), word)
    double.done(double.part(other, 1), double.part(other, 2))
    compared(text)
    client = as_(factories.editor("erika"))
    client.get(at(text, "adjudicate/"))
    few = queries(client, at(text, "adjudicate/"))
    assert queries(client, at(other, "adjudicate/")) == few


def test_the_queries_of_the_list_do_not_grow_with_it(text: DoubleReading) -> None:
    client = as_(factories.editor("edith"))
    client.get("/admin/readings/")
    before = queries(client, "/admin/readings/")
    for _ in range(9):
        double.opened()
    assert queries(client, "/admin/readings/") == before
