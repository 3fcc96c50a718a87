"""Withholding more travels to open editions at once; showing more waits for a publisher."""

from typing import Any

import pytest
from django.utils import timezone

from annotations.actions.publish import preview, publish
from annotations.actions.travel import after_decision
from annotations.models import Annotation, Decision
from archive.actions.documents import rename
from archive.actions.ingest import ingest
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


@pytest.mark.parametrize("later", ["withhold", "redact"])
def test_what_a_colleague_kept_meanwhile_waits_through_two_travels(later: str) -> None:
    text = factories.rendition("A text of its own.", COMMENTS)
    scenes.keep(text, 1, "body")
    scenes.keep(text, 3, "body")
    release(text)
    scenes.decided(text, 2, "keep")
    travel(scenes.decided(text, 1, "withhold"))
    redact = ("word",) if later == "redact" else ()
    travel(scenes.decided(text, 3, later, redact=redact))
    assert newest()["items"][1]["status"] == "unreviewed"
    assert newest()["items"][0]["status"] == "withheld"


def test_a_narrower_redaction_shows_nothing_again_before_it_is_published() -> None:
    text = published()
    travel(scenes.decided(text, 1, "redact", redact=("blat quux",)))
    travel(scenes.decided(text, 1, "redact", redact=("quux frob",)))
    words = "".join(run["text"] for run in newest()["items"][0]["runs"])
    assert words == "zorg [redacted] nitz here."


ACTS: dict[str, dict[str, Any]] = {
    "a withheld comment": {"number": 1, "outcome": "withhold", "public_note": "Withheld."},
    "a second opinion": {"number": 1, "outcome": "withhold", "needs_second_opinion": True},
    "redacted words": {"number": 1, "outcome": "redact", "redact": ("blat quux", "nitz")},
    "a withheld handle": {"number": 3, "outcome": "withhold", "part": "handle"},
    "a collapsed one withheld": {"number": 2, "outcome": "withhold"},
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_the_edition_that_travel_makes_is_the_one_that_publishing_would_make(
    act: dict[str, Any],
) -> None:
    text = factories.rendition("A text of its own.", COMMENTS, slug="text")
    scenes.decided(text, 2, "collapse")
    scenes.keep_all(text)
    scenes.mark(text, "frob nitz")
    scenes.mark(text, "Another word of mine")
    scenes.mark(text, "own")
    release(text)
    travel(scenes.decided(text, **act))
    made = Edition.objects.open().get(kind="document").content
    plan = preview(documents=[text.capture.document], by=factories.publisher())
    assert [part for _, part in plan.parts if part.payload["kind"] == "document"] == []
    assert made["comments"]["by_status"]["shown"] < 3


def test_evidence_among_the_documents_own_comments_goes_and_the_document_stays() -> None:
    text = factories.rendition("A text of its own.", COMMENTS)
    scenes.keep_all(text)
    claim = scenes.claim("own")
    scenes.makes(text, "text of its own", claim)
    scenes.bears(text, "blat quux frob", claim)
    release(text)
    travel(scenes.decided(text, 1, "withhold"))
    made = Edition.objects.open().get(kind="document").content
    found = made["notes"][0]["claim"]
    assert (found["evidence"], found["evidence_left_out"]) == ([], 1)
    assert not Edition.objects.open().filter(payload__contains="quux").exists()


def test_a_renamed_document_is_quoted_no_longer_either() -> None:
    text = published()
    other = factories.rendition("Somebody wrote against it.", slug="other")
    claim = scenes.claim("against")
    scenes.makes(other, "wrote against it", claim)
    scenes.bears(text, "zorg blat", claim)
    release(other)
    document = text.capture.document
    rename(document=document, expected=document.version, slug="anew", by=factories.editor())
    travel(scenes.decided(text, 1, "withhold"))
    assert not Edition.objects.open().filter(payload__contains="zorg").exists()
    assert Edition.objects.open().filter(kind="document", slug="other").exists()


def test_a_mark_that_was_moved_since_does_not_keep_the_words_it_was_on() -> None:
    text = published()
    other = factories.rendition("Somebody wrote against it.", slug="other")
    claim = scenes.claim("against")
    scenes.makes(other, "wrote against it", claim)
    mark = scenes.bears(text, "zorg blat", claim).annotation
    release(other)
    assert mark
    Annotation.objects.filter(pk=mark.pk).update(start=0, end=6)
    travel(scenes.decided(text, 1, "withhold"))
    assert not Edition.objects.open().filter(payload__contains="zorg").exists()


@pytest.mark.parametrize("part", ["body", "handle"])
def test_what_is_removed_goes_from_editions_of_an_earlier_capture_too(part: str) -> None:
    first = published()
    made = factories.parsed("A longer text of its own.", COMMENTS)
    second = ingest(
        data=made.text.encode(),
        parsed=made,
        by=factories.editor(),
        title="",
        document=first.capture.document,
    ).rendition
    scenes.keep_all(second)
    release(second)
    travel(scenes.decided(second, 1, "withhold", part=part))
    words = "quux" if part == "body" else "alder"
    assert not Edition.objects.open().filter(payload__contains=words).exists()
    assert [e.number for e in Edition.objects.open().filter(kind="document")] == [3]


def test_a_remade_edition_that_would_repeat_the_words_is_closed_without_heir() -> None:
    text = factories.rendition(
        "A text.",
        [("alder", "zorg blat quux frob nitz"), ("birch", "He says zorg blat quux frob!")],
    )
    scenes.keep_all(text)
    release(text)
    travel(scenes.decided(text, 1, "withhold"))
    assert not Edition.objects.open().filter(kind="document").exists()
