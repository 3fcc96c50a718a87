"""Answers of those concerned: taken down word for word, shown only after a review."""

from datetime import date
from typing import Any

import pytest

from annotations.actions.claims import create_claim, delete_claim
from annotations.actions.publish import Blocked, publish
from annotations.actions.replies import review, take_down
from annotations.actions.withdraw import withdraw
from annotations.models import Claim, Reply, ReplyReview
from archive.errors import Refused
from archive.models import Conflict, Edition, Event, FrozenError, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

WORDS = "We never said so.\n\nSee our letter of 1858."
DAY = date(2026, 11, 20)


@pytest.fixture
def text() -> Rendition:
    return factories.rendition(
        "The river was crossed.\nNobody saw it.",
        [("alder", "zorgone zorgtwo zorgthree zorgfour zorgfive")],
        slug="crossing",
        source=factories.source("gazette"),
    )


@pytest.fixture
def claim(text: Rendition) -> Claim:
    made = scenes.claim("crossed")
    scenes.makes(text, "The river was crossed", made)
    return made


def answer(**values: Any) -> Reply:
    given: dict[str, Any] = {
        "name": "The envoy’s office",
        "concern": "the institution named",
        "words": WORDS,
        "received_on": DAY,
    } | values
    return take_down(by=factories.editor(), **given)


def judge(reply: Reply, outcome: str = "show", **values: Any) -> ReplyReview:
    given = {"reason": "Nothing private in it."} | values
    return review(reply=reply, outcome=outcome, by=factories.publisher(), **given)


def release(text: Rendition) -> dict[str, Any]:
    """What is published, by kind: the newest payloads."""
    documents = [text.capture.document]
    publish(documents=documents, by=factories.publisher(), reason="So.", accept_warnings=True)
    rows = Edition.objects.open().order_by("number")
    return {row.kind: row.content for row in rows}


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"name": " "}, "Say who answers"),
        ({"concern": ""}, "Say who answers"),
        ({"words": "\n"}, "Say who answers"),
        ({"received_on": date(2999, 1, 1)}, "lies in the future"),
    ],
)
def test_an_answer_is_refused_in_a_clear_sentence(
    claim: Claim, values: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        answer(claim=claim, **values)
    assert not Reply.objects.exists()


def test_an_answer_is_to_one_thing(claim: Claim, text: Rendition) -> None:
    for target in ({}, {"claim": claim, "document": text.capture.document}):
        with pytest.raises(Refused, match="to one claim or to one document"):
            answer(**target)


def test_a_claim_out_of_use_takes_no_answer() -> None:
    claim = create_claim(slug="gone", statement="It was so.", by=factories.editor())
    delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")
    with pytest.raises(Refused, match="was deleted"):
        answer(claim=claim)


def test_an_answer_stays_as_it_came(claim: Claim) -> None:
    reply = answer(claim=claim)
    assert reply.words == WORDS
    reply.words = "We said so."
    with pytest.raises(FrozenError):
        reply.save()


def test_the_history_tells_of_an_answer_without_its_words(claim: Claim) -> None:
    reply = answer(claim=claim)
    judge(reply)
    received, reviewed = Event.objects.filter(subject_uid=claim.uid).order_by("sequence")
    assert (received.event_type, reviewed.event_type) == ("answer received", "answer reviewed")
    assert received.objects_touched == [f"reply:{reply.uid}"]
    assert (received.detail, reviewed.detail) == ({}, {"outcome": "show", "superseded": None})


@pytest.mark.parametrize(
    ("outcome", "reason", "why"),
    [("hide", "So.", "Say whether"), ("", "So.", "Say whether"), ("show", " ", "Say why")],
)
def test_a_review_says_what_and_why(claim: Claim, outcome: str, reason: str, why: str) -> None:
    reply = answer(claim=claim)
    with pytest.raises(Refused, match=why):
        judge(reply, outcome, reason=reason)
    assert not ReplyReview.objects.exists()


def test_nobody_sees_an_answer_that_is_not_reviewed(claim: Claim, text: Rendition) -> None:
    answer(claim=claim)
    answer(document=text.capture.document)
    assert [page["replies"] for page in release(text).values() if "replies" in page] == [[], []]


def test_a_reviewed_answer_is_shown_from_the_next_edition_on(claim: Claim, text: Rendition) -> None:
    release(text)
    reply = answer(claim=claim)
    judge(reply)
    assert not Edition.objects.filter(number=2).exists()
    (shown,) = release(text)["claim"]["replies"]
    assert shown == {
        "id": reply.uid,
        "name": "The envoy’s office",
        "concern": "the institution named",
        "received_on": "2026-11-20",
        "words": WORDS,
    }


def test_an_answer_to_a_document_stands_on_its_page(claim: Claim, text: Rendition) -> None:
    judge(answer(document=text.capture.document))
    pages = release(text)
    assert (len(pages["document"]["replies"]), pages["claim"]["replies"]) == (1, [])


def test_a_later_review_takes_an_answer_out_of_the_next_edition(
    claim: Claim, text: Rendition
) -> None:
    reply = answer(claim=claim)
    first = judge(reply)
    assert release(text)["claim"]["replies"]
    second = judge(reply, "keep", reason="They took it back.")
    assert (second.supersedes, reply.reviews.current().get()) == (first, second)
    assert release(text)["claim"]["replies"] == []


def test_a_review_made_without_seeing_the_last_one_is_a_conflict(claim: Claim) -> None:
    reply = answer(claim=claim)
    first = judge(reply)
    with pytest.raises(Conflict) as caught:
        judge(reply, "keep", replacing="")
    assert caught.value.current == first
    assert judge(reply, "keep", replacing=first.uid).outcome == "keep"


def test_an_answer_that_repeats_withheld_words_blocks_publication(
    claim: Claim, text: Rendition
) -> None:
    judge(
        answer(
            document=text.capture.document, words="They wrote zorgone zorgtwo zorgthree zorgfour"
        )
    )
    with pytest.raises(Blocked, match=r"replies\[.*\]\.words repeats words") as caught:
        release(text)
    assert "zorgone" not in str(caught.value)


def test_an_answer_that_repeats_a_withdrawn_text_goes_with_it(
    claim: Claim, text: Rendition
) -> None:
    other = factories.rendition("It was crossed by night in the rain.", slug="other")
    scenes.makes(other, "It was crossed", claim)
    judge(answer(claim=claim, words="They say “crossed by night in the rain”."))
    judge(answer(claim=claim, words="We were at home."))
    documents = [row.capture.document for row in (text, other)]
    publish(documents=documents, by=factories.publisher(), reason="So.", accept_warnings=True)
    withdraw(document=documents[1], by=factories.publisher(), reason="The owner asked.")
    newest = Edition.objects.open().get(kind="claim")
    assert [row["words"] for row in newest.content["replies"]] == ["We were at home."]
    assert newest.change == "withholding"
