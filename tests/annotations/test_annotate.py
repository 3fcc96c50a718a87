from typing import Any

import pytest

from annotations.actions.annotate import (
    annotate,
    delete_annotation,
    edit_annotation,
    restore_annotation,
)
from annotations.actions.claims import create_claim, delete_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Annotation, Claim, Revision
from archive.digests import sha256
from archive.errors import Refused
from archive.models import Conflict, Event, Rendition
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "On May 28 China was forced to sign.\r\nCafe\u0301 👩\u200d🚀 𝄞 שלום end"


@pytest.fixture
def rendition() -> Rendition:
    return factories.rendition(TEXT)


@pytest.fixture
def claim() -> Claim:
    return create_claim(slug="aigun", statement="Aigun was forced.", by=factories.editor())


def mark(rendition: Rendition, **values: Any) -> Annotation:
    given: dict[str, Any] = {"start": 10, "end": 15, "kind": "note", "body": "Who?"} | values
    return annotate(rendition=rendition, by=factories.editor(), **given)


def last_event(rendition: Rendition) -> Event:
    return Event.objects.filter(
        subject_kind="document", subject_uid=rendition.capture.document.uid
    ).latest("sequence")


def test_a_mark_keeps_its_range_and_the_digest_of_the_words_but_not_the_words(
    rendition: Rendition,
) -> None:
    made = mark(rendition, exact="China")
    assert (made.start, made.end, made.words_sha256) == (10, 15, sha256("China"))
    columns = Annotation.objects.filter(pk=made.pk).values().get()
    assert "China" not in str(columns)


def test_marking_is_told_in_the_documents_history_without_words(rendition: Rendition) -> None:
    made = mark(rendition)
    event = last_event(rendition)
    assert (event.event_type, event.agent_name) == ("annotation", "edith")
    assert event.detail == {"annotation": made.uid, "kind": "note", "start": 10, "end": 15}
    assert "China" not in str(event.content())


@pytest.mark.parametrize(
    ("values", "why"),
    [
        # a range has to lie in the text
        ({"start": 0, "end": 10_000}, "outside the text"),
        ({"start": -1, "end": 5}, "Ensure this value is greater than or equal to 0"),
        ({"start": 15, "end": 10}, "outside the text"),
        # nothing is marked by an empty range
        ({"start": 10, "end": 10}, "Choose some words"),
        # CR and LF stay together
        ({"start": TEXT.index("\n"), "end": TEXT.index("\n") + 3}, "cuts a character in two"),
        ({"start": 30, "end": TEXT.index("\n")}, "cuts a character in two"),
        # a letter and its combining mark stay together
        ({"end": TEXT.index("\u0301")}, "cuts a character in two"),
        # so do the parts of a joined emoji
        ({"end": TEXT.index("\u200d")}, "cuts a character in two"),
        ({"end": TEXT.index("🚀")}, "cuts a character in two"),
        # the quotation given has to be what stands there
        ({"exact": "china"}, "not what stands at 10 to 15"),
        ({"exact": ""}, "not what stands at 10 to 15"),
        # only kinds that exist
        ({"kind": "verdict"}, "not a valid choice"),
        # a note and a question say something
        ({"body": ""}, "A note needs some words"),
        ({"kind": "question", "body": " \n"}, "A question needs some words"),
        # a claim names its claim and its stance, and nothing else does
        ({"kind": "claim", "stance": "asserts"}, "Say which claim"),
        ({"stance": "asserts"}, "Only a claim has a claim and a stance"),
        ({"label": "x" * 81}, "Label: Ensure this value has at most 80 characters"),
    ],
)
def test_a_mark_is_refused_in_a_clear_sentence(
    rendition: Rendition, values: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        mark(rendition, **values)
    assert not Annotation.objects.exists()
    assert last_event(rendition).event_type != "annotation"


@pytest.mark.parametrize("words", ["Cafe\u0301", "👩\u200d🚀", "𝄞", "שלום", "\r\nCafe\u0301"])
def test_whole_characters_of_any_script_may_be_marked(rendition: Rendition, words: str) -> None:
    start = TEXT.index(words)
    made = mark(rendition, start=start, end=start + len(words), exact=words)
    assert TEXT[made.start : made.end] == words


def test_a_lacuna_may_be_a_point_between_words(rendition: Rendition) -> None:
    made = mark(rendition, start=15, end=15, kind="lacuna", body="")
    assert made.words_sha256 == sha256("")


def test_a_claim_without_stance_is_refused(rendition: Rendition, claim: Claim) -> None:
    with pytest.raises(Refused, match="Say what the text does with the claim"):
        mark(rendition, kind="claim", claim=claim)


def test_a_note_cannot_be_tied_to_a_claim(rendition: Rendition, claim: Claim) -> None:
    with pytest.raises(Refused, match="Only a claim"):
        mark(rendition, claim=claim)


def test_a_deleted_claim_takes_no_more_words(rendition: Rendition, claim: Claim) -> None:
    delete_claim(claim=claim, expected=1, by=factories.editor(), reason="A slip.")
    with pytest.raises(Refused, match="was deleted"):
        mark(rendition, kind="claim", claim=claim, stance="asserts")


def test_a_merged_claim_names_its_heir(rendition: Rendition, claim: Claim) -> None:
    heir = create_claim(slug="heir", statement="The same.", by=factories.editor())
    Claim.objects.filter(pk=claim.pk).update(state="merged", merged_into=heir)
    claim.refresh_from_db()
    with pytest.raises(Refused, match="merged into “heir”"):
        mark(rendition, kind="claim", claim=claim, stance="asserts")


def test_the_same_words_are_tied_to_a_claim_once(rendition: Rendition, claim: Claim) -> None:
    mark(rendition, kind="claim", claim=claim, stance="asserts")
    with pytest.raises(Refused, match="already tied"):
        mark(rendition, kind="claim", claim=claim, stance="denies")


def test_marks_may_overlap(rendition: Rendition, claim: Claim) -> None:
    mark(rendition, kind="claim", claim=claim, stance="asserts")
    mark(rendition, start=3, end=20)
    mark(rendition, start=3, end=20)
    assert Annotation.objects.active().count() == 3


def test_an_edit_keeps_how_the_mark_read_and_why_it_changed(rendition: Rendition) -> None:
    made = mark(rendition)
    edit_annotation(
        annotation=made, expected=1, by=factories.editor("ernst"), reason="Sharper.", body="Whom?"
    )
    kept = Revision.objects.get()
    assert (made.body, made.version) == ("Whom?", 2)
    assert (kept.subject_kind, kept.subject_uid, kept.number) == ("annotation", made.uid, 1)
    assert (kept.fields["body"], kept.fields["start"]) == ("Who?", 10)
    assert (kept.reason, kept.created_by.username) == ("Sharper.", "ernst")
    assert last_event(rendition).detail["fields"] == ["body"]


def test_a_moved_range_gets_the_digest_of_its_new_words(rendition: Rendition) -> None:
    made = mark(rendition)
    edit_annotation(
        annotation=made, expected=1, by=factories.editor(), reason="Wider.", start=3, end=9
    )
    made.refresh_from_db()
    assert made.words_sha256 == sha256("May 28")


def test_an_edit_that_changes_nothing_writes_nothing(rendition: Rendition) -> None:
    made = mark(rendition)
    before = last_event(rendition)
    edit_annotation(annotation=made, expected=1, by=factories.editor(), reason="-", body="Who?")
    assert (made.version, last_event(rendition)) == (1, before)
    assert not Revision.objects.exists()


def test_the_second_of_two_editors_sees_what_the_first_wrote(rendition: Rendition) -> None:
    made = mark(rendition)
    stale = Annotation.objects.get(pk=made.pk)
    edit_annotation(annotation=made, expected=1, by=factories.editor(), reason="a", body="First.")
    with pytest.raises(Conflict) as caught:
        edit_annotation(
            annotation=stale, expected=1, by=factories.editor(), reason="b", body="Second."
        )
    assert isinstance(caught.value.current, Annotation)
    assert (caught.value.current.body, caught.value.current.version) == ("First.", 2)
    assert Revision.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"reason": " "}, "Say in a few words why"),
        ({"end": 10_000}, "outside the text"),
        ({"body": ""}, "A note needs some words"),
        ({"exact": "Chinas"}, "not what stands"),
    ],
)
def test_an_edit_is_refused_whole(rendition: Rendition, values: dict[str, Any], why: str) -> None:
    made = mark(rendition)
    with pytest.raises(Refused, match=why):
        edit_annotation(
            annotation=made,
            expected=1,
            by=factories.editor(),
            **{"reason": "x", "body": "New."} | values,
        )
    made.refresh_from_db()
    assert (made.body, made.version) == ("Who?", 1)


def test_a_deleted_mark_stays_as_a_row_and_comes_back(rendition: Rendition) -> None:
    made = mark(rendition)
    by = factories.editor()
    delete_annotation(annotation=made, expected=1, by=by, reason="A slip.")
    assert not Annotation.objects.active().exists()
    assert last_event(rendition).event_type == "annotation deletion"
    restore_annotation(annotation=made, expected=2, by=by, reason="No slip.")
    assert Annotation.objects.active().get() == made
    assert [row.reason for row in Revision.objects.all()] == ["A slip.", "No slip."]
    assert last_event(rendition).event_type == "annotation restoration"


def test_a_deleted_mark_cannot_be_edited(rendition: Rendition) -> None:
    made = mark(rendition)
    delete_annotation(annotation=made, expected=1, by=factories.editor(), reason="A slip.")
    with pytest.raises(Refused, match="bring it back"):
        edit_annotation(annotation=made, expected=2, by=factories.editor(), reason="x", body="y")


def test_words_that_are_evidence_cannot_be_unmarked(rendition: Rendition, claim: Claim) -> None:
    made = mark(rendition, kind="evidence", body="")
    add_evidence(
        claim=claim, relation="supports", note="Yes.", annotation=made, by=factories.editor()
    )
    with pytest.raises(Refused, match="remove the evidence first"):
        delete_annotation(annotation=made, expected=1, by=factories.editor(), reason="x")


def test_a_mark_of_a_deleted_claim_cannot_come_back_alone(
    rendition: Rendition, claim: Claim
) -> None:
    made, by = mark(rendition, kind="claim", claim=claim, stance="asserts"), factories.editor()
    delete_annotation(annotation=made, expected=1, by=by, reason="x")
    delete_claim(claim=claim, expected=1, by=by, reason="x")
    made = Annotation.objects.get()
    with pytest.raises(Refused, match="This claim was deleted"):
        restore_annotation(annotation=made, expected=2, by=by, reason="x")
