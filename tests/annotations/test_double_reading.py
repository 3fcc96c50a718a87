"""Two people read one text: what they may do, and what they are refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from annotations.actions import adjudicate as adjudicating
from annotations.actions.adjudicate import adjudicate, close_double_reading, matters
from annotations.actions.claims import create_claim
from annotations.actions.double_reading import (
    finish_reading,
    mark_reading,
    open_double_reading,
    read_passage,
    strike,
)
from annotations.models import Annotation, Claim, DoubleReading, Reading
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories
from tests.annotations import double

pytestmark = pytest.mark.django_db


@pytest.fixture
def text() -> DoubleReading:
    return double.opened()


@pytest.fixture
def first(text: DoubleReading) -> Reading:
    return double.part(text, 1)


@pytest.fixture
def second(text: DoubleReading) -> Reading:
    return double.part(text, 2)


def refused(act: Callable[..., object], sentence: str, **values: Any) -> None:
    with pytest.raises(Refused, match=sentence):
        act(**values)


def test_one_person_cannot_be_both_readers() -> None:
    edith, _ = double.cast()
    refused(
        open_double_reading, "Two different people", rendition=factories.rendition("A walk."),
        readers=(edith, edith), guideline=double.guideline(), by=edith,
    )  # fmt: skip


def test_who_may_not_mark_cannot_read_for_it() -> None:
    edith, _ = double.cast()
    refused(
        open_double_reading, "may not mark texts", rendition=factories.rendition("A walk."),
        readers=(edith, factories.moderator()), guideline=double.guideline(), by=edith,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"start": 0, "end": 999}, "outside the text"),
        ({"start": 4, "end": 4}, "Choose some words"),
        ({"kind": "claim", "body": "It was."}, "what the text does with the claim"),
        ({"kind": "claim", "stance": "asserts", "body": " "}, "needs some words"),
        ({"body": ""}, "needs some words"),
    ],
)
def test_a_mark_that_does_not_hold_is_refused(
    first: Reading, values: dict[str, Any], sentence: str
) -> None:
    whole = {"start": 0, "end": 3, "kind": "note", "body": "A note."} | values
    refused(mark_reading, sentence, reading=first, by=first.reader, **whole)
    assert not first.marks.exists()


def test_nobody_marks_strikes_reads_or_ends_for_another(first: Reading, second: Reading) -> None:
    mine, other = double.mark(first, "treaty"), second.reader
    words = {"start": 0, "end": 3, "kind": "note", "body": "A note."}
    refused(mark_reading, "read by two other people", reading=first, by=other, **words)
    refused(strike, "read by two other people", mark=mine, by=other)
    refused(read_passage, "read by two other people", reading=first, start=0, end=3, by=other)
    refused(finish_reading, "read by two other people", reading=first, by=other)


def test_a_reading_ends_only_after_something_was_read(first: Reading) -> None:
    refused(finish_reading, "which passages you have read", reading=first, by=first.reader)


def test_after_the_end_nothing_of_it_changes(first: Reading) -> None:
    mine = double.mark(first, "treaty")
    double.done(first)
    refused(strike, "you are done", mark=mine, by=first.reader)
    refused(finish_reading, "you are done", reading=first, by=first.reader)


def test_the_marks_are_compared_once_both_are_done(first: Reading, second: Reading) -> None:
    double.done(first)
    assert DoubleReading.objects.get().state == "reading"
    double.done(second)
    assert DoubleReading.objects.get().state == "comparing"


def test_nobody_decides_before_both_are_done(text: DoubleReading, first: Reading) -> None:
    mine = double.mark(first, "treaty")
    double.done(first)
    refused(
        adjudicate, "Both readers have to be done", double=text, matter=f"{mine.uid}/",
        outcome="first", reason="It is.", by=factories.editor("erika"),
    )  # fmt: skip


def compared(text: DoubleReading) -> DoubleReading:
    """Both marked the treaty alike, differ on the bank, and one alone saw who was asked."""
    first, second = double.part(text, 1), double.part(text, 2)
    for reading in (first, second):
        double.mark(reading, "The treaty was signed in May.", **double.CLAIM)
    double.mark(first, "left bank")
    double.mark(second, "the left bank")
    double.mark(second, "Nobody", kind="question", body="Who?")
    double.done(first, second)
    return DoubleReading.objects.get(pk=text.pk)


def test_only_disagreements_are_to_be_decided(text: DoubleReading) -> None:
    found = matters(compared(text))
    assert [each.is_open for each in found] == [False, True, True]


@pytest.mark.parametrize("who", ["edith", "edgar"])
def test_a_reader_does_not_decide(text: DoubleReading, who: str) -> None:
    matter = matters(compared(text))[1].pair.matter
    refused(
        adjudicate, "one of the two readers", double=text, matter=matter, outcome="first",
        reason="Mine.", by=factories.editor(who),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("at", "values", "sentence"),
    [
        (0, {}, "do not differ here"),
        (1, {"reason": " "}, "why you decide so"),
        (1, {"outcome": "third"}, "Choose one of the outcomes"),
        (2, {"outcome": "first"}, "marked nothing here"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(
    text: DoubleReading, at: int, values: dict[str, str], sentence: str
) -> None:
    matter = matters(compared(text))[at].pair.matter
    whole = {"outcome": "second", "reason": "It is."} | values
    refused(adjudicate, sentence, double=text, matter=matter, by=factories.editor("erika"), **whole)


def decide(text: DoubleReading, at: int, outcome: str, replacing: str = "") -> str:
    row = adjudicate(
        double=text, matter=matters(text)[at].pair.matter, outcome=outcome, reason="It is.",
        by=factories.editor("erika"), replacing=replacing,
    )  # fmt: skip
    return row.uid


def test_a_decision_supersedes_the_one_that_was_seen_and_no_other(text: DoubleReading) -> None:
    compared(text)
    seen = decide(text, 1, "first")
    with pytest.raises(Conflict):
        decide(text, 1, "second")
    decide(text, 1, "both", replacing=seen)
    assert text.adjudications.count() == 2
    assert text.adjudications.current().get().outcome == "both"


def test_it_closes_only_when_all_is_decided(text: DoubleReading) -> None:
    compared(text)
    decide(text, 1, "first")
    by = factories.editor("erika")
    refused(close_double_reading, "1 of 3", double=text, by=by)
    assert not Annotation.objects.exists()


def test_what_is_agreed_and_decided_becomes_annotations(text: DoubleReading) -> None:
    compared(text)
    decide(text, 1, "both")
    decide(text, 2, "neither")
    made = close_double_reading(double=text, by=factories.editor("erika"))
    words = [text.rendition.text[row.start : row.end] for row in made]
    assert words == ["The treaty was signed in May.", "left bank", "the left bank"]
    assert Claim.objects.get().statement == "It was signed in May."
    became = [mark.annotation_id for mark in double.part(text, 1).marks.all()]
    assert became == [made[0].pk, made[1].pk]
    assert double.part(text, 2).marks.get(kind="question").annotation is None
    assert double.part(text, 2).marks.get(kind="claim").annotation == made[0]


def test_a_claim_that_the_archive_has_is_not_made_again(text: DoubleReading) -> None:
    erika = factories.editor("erika")
    claim = create_claim(slug="signed", statement="it was signed in May", by=erika)
    compared(text)
    decide(text, 1, "neither")
    decide(text, 2, "neither")
    (made,) = close_double_reading(double=text, by=erika)
    assert made.claim == claim


def test_what_is_closed_stays_so(text: DoubleReading) -> None:
    compared(text)
    for at in (1, 2):
        decide(text, at, "neither")
    by = factories.editor("erika")
    close_double_reading(double=text, by=by)
    refused(close_double_reading, "is closed", double=text, by=by)


def test_the_history_of_the_document_tells_of_it_without_words(text: DoubleReading) -> None:
    compared(text)
    kinds = ["double reading opened", "reading done", "reading done"]
    rows = Event.objects.filter(event_type__contains="reading").order_by("pk")
    assert [row.event_type for row in rows] == kinds
    assert "treaty" not in str([row.detail for row in rows])


def test_a_text_has_a_first_and_a_second_reader_and_no_more(text: DoubleReading) -> None:
    for number, reader in ((1, "erika"), (2, "erika"), (3, "erika")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reading.objects.create(
                double=text, number=number, reader=factories.editor(reader), is_done=False
            )


def test_marks_of_the_readers_are_no_annotations_until_the_close(text: DoubleReading) -> None:
    compared(text)
    assert not Annotation.objects.exists()
    assert adjudicating.why_not(text, factories.publisher()) == adjudicating.NO_RIGHT
