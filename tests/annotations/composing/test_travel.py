"""Withholding more travels to open editions at once; showing more waits for a publisher."""

from typing import Any

import pytest
from django.utils import timezone

from annotations.actions.publish import publish
from annotations.actions.travel import after_decision
from annotations.models import Decision
from archive.models import Edition, Rendition, Withdrawal
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

COMMENTS = [
    ("alder", "zorg blat quux frob nitz here."),
    ("birch", "An answer.", 0),
    ("alder", "Another word of mine."),
]


def published() -> Rendition:
    text = factories.rendition("A text of its own.", COMMENTS, slug="text")
    scenes.keep_all(text)
    release(text)
    return text


def release(text: Rendition) -> None:
    publish(
        documents=[text.capture.document],
        by=factories.publisher(),
        reason="Published.",
        accept_warnings=True,
    )


def travel(decision: Decision) -> list[Edition]:
    return after_decision(case=decision.case, by=factories.moderator(), at=timezone.now())


def newest() -> Any:
    return Edition.objects.filter(kind="document").order_by("-number")[0].content["comments"]


def test_withholding_a_shown_comment_replaces_the_edition_in_the_same_act() -> None:
    text = published()
    made = travel(scenes.decided(text, 1, "withhold", public_note="Withheld."))
    assert [edition.number for edition in made] == [2]
    assert [item["status"] for item in newest()["items"]] == ["withheld", "shown", "shown"]
    assert "quux" not in Edition.objects.get(kind="document", number=2).payload
    assert Withdrawal.objects.get().edition.number == 1
    assert newest()["items"][1]["parent_withheld"] is True


def test_withholding_a_handle_takes_it_from_all_its_comments() -> None:
    text = published()
    travel(scenes.decided(text, 1, "withhold", part="handle"))
    assert [item["author"] for item in newest()["items"]] == [None, "birch", None]


def test_redacting_words_takes_just_them() -> None:
    text = published()
    travel(scenes.decided(text, 1, "redact", redact=("quux",)))
    words = "".join(run["text"] for run in newest()["items"][0]["runs"])
    assert words == "zorg blat [redacted] frob nitz here."


def test_a_quotation_elsewhere_of_the_withheld_words_is_dropped() -> None:
    text = published()
    other = factories.rendition("Somebody wrote against it.", slug="other")
    claim = scenes.claim("against")
    scenes.makes(other, "wrote against it", claim)
    scenes.bears(text, "zorg blat", claim)
    release(other)
    assert "zorg blat" in Edition.objects.get(kind="document", slug="other").payload
    travel(scenes.decided(text, 1, "withhold"))
    assert not Edition.objects.open().filter(payload__contains="zorg").exists()
    assert Edition.objects.open().filter(kind="document", slug="other", number=2).exists()


@pytest.mark.parametrize("outcome", ["keep", "collapse"])
def test_a_decision_that_removes_nothing_changes_nothing_public(outcome: str) -> None:
    text = published()
    assert travel(scenes.decided(text, 1, outcome)) == []
    assert not Withdrawal.objects.exists()


def test_undoing_a_keep_withholds_at_once() -> None:
    text = published()
    case = scenes.case(text, 1)
    undo = Decision.objects.create(
        case=case,
        sequence=2,
        old_outcome="keep",
        outcome="",
        reason="Looked again.",
        undoes=case.decisions.get(),
        decided_by=factories.moderator(),
    )
    travel(undo)
    assert newest()["items"][0]["status"] == "unreviewed"


def test_what_a_colleague_decided_meanwhile_waits_for_a_publisher() -> None:
    text = published()
    scenes.decided(text, 2, "collapse")
    travel(scenes.decided(text, 1, "withhold"))
    assert [item["status"] for item in newest()["items"]] == ["withheld", "shown", "shown"]


def test_a_remade_edition_that_would_repeat_the_words_is_closed_without_heir() -> None:
    text = factories.rendition(
        "A text.",
        [("alder", "zorg blat quux frob nitz"), ("birch", "He says zorg blat quux frob!")],
    )
    scenes.keep_all(text)
    release(text)
    travel(scenes.decided(text, 1, "withhold"))
    assert not Edition.objects.open().filter(kind="document").exists()
