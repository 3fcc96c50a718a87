"""Putting earlier versions back, and refusing what makes no sense any more."""

from datetime import date
from typing import Any

import pytest

from annotations.actions.annotate import delete_annotation, edit_annotation
from annotations.actions.assess import assess
from annotations.actions.claims import create_claim, delete_claim, edit_claim
from annotations.actions.evidence import add_evidence, delete_evidence, edit_evidence
from annotations.actions.merging import merge_claims
from annotations.actions.rejudge import judge_again
from annotations.actions.restore import bring_back, restore
from annotations.models import Annotation, Claim, Evidence, Revision
from archive.actions.authorities import create_authority
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.reviewing.scenes import carried

pytestmark = pytest.mark.django_db


def edith() -> Any:
    return {"by": factories.editor(), "reason": "Because."}


def note() -> Annotation:
    """A note that was changed twice: what it said, and where it lies."""
    row = scenes.mark(factories.rendition("One claim stands here."), "One claim")
    edit_annotation(annotation=row, expected=1, body="Said better.", **edith())
    edit_annotation(annotation=row, expected=2, start=4, **edith())
    return row


def claim(slug: str = "a-claim") -> Claim:
    row = create_claim(slug=slug, statement="It was so.", by=factories.editor())
    return edit_claim(claim=row, expected=1, statement="It was not so.", **edith())


def evidence() -> Evidence:
    row = add_evidence(
        claim=claim(), relation="supports", note="Why.", work="A book, 1901.", access="in_hand",
        by=factories.editor(),
    )  # fmt: skip
    return edit_evidence(evidence=row, expected=1, note="Why not.", relation="refutes", **edith())


def test_a_version_that_never_was_is_not_restored() -> None:
    with pytest.raises(Refused, match="no earlier version 7"):
        restore(row=note(), number=7, expected=3, **edith())


def test_who_saw_an_older_version_is_told() -> None:
    row = note()
    with pytest.raises(Conflict):
        restore(row=row, number=1, expected=2, **edith())
    assert Revision.objects.filter(subject_uid=row.uid).count() == 2


def test_nothing_is_restored_without_a_reason() -> None:
    with pytest.raises(Refused, match="Say in a few words"):
        restore(row=note(), number=1, expected=3, by=factories.editor(), reason=" ")


def test_what_stands_already_is_not_restored() -> None:
    row = note()
    restore(row=row, number=2, expected=3, **edith())
    with pytest.raises(Refused, match="says what stands now"):
        restore(row=row, number=2, expected=4, **edith())


def test_a_place_in_another_text_is_not_taken_back() -> None:
    made = carried()
    mark = Annotation.objects.get(rendition=made)
    with pytest.raises(Refused, match="only by its place in text 1"):
        restore(row=mark, number=1, expected=mark.version, **edith())
    assert Annotation.objects.get(pk=mark.pk).version == mark.version


def test_what_a_mark_said_on_another_text_comes_back_where_it_stands_now() -> None:
    made = carried()
    mark = Annotation.objects.get(rendition=made)
    edit_annotation(annotation=mark, expected=mark.version, body="Other words.", **edith())
    place = (mark.rendition, mark.start, mark.end)
    restore(row=mark, number=1, expected=mark.version, **edith())
    row = Annotation.objects.get(pk=mark.pk)
    assert row.body == "A note."
    assert (row.rendition, row.start, row.end) == place


def test_a_version_that_was_deleted_is_no_text() -> None:
    row = note()
    delete_annotation(annotation=row, expected=3, **edith())
    bring_back(row=row, expected=4, **edith())
    with pytest.raises(Refused, match="was deleted: that is no text"):
        restore(row=row, number=4, expected=5, **edith())


def test_a_claim_that_was_merged_is_not_restored() -> None:
    row, heir = claim(), claim("heir")
    merge_claims(claim=row, into=heir, expected=2, **edith())
    row.refresh_from_db()
    with pytest.raises(Refused, match="merged into"):
        restore(row=row, number=1, expected=row.version, **edith())


def test_a_mark_does_not_go_back_to_a_claim_that_was_merged() -> None:
    text = factories.rendition("One claim stands here.")
    old, heir = claim(), claim("heir")
    row = scenes.makes(text, "One claim", old)
    edit_annotation(annotation=row, expected=1, body="More.", **edith())
    merge_claims(claim=old, into=heir, expected=2, **edith())
    row.refresh_from_db()
    with pytest.raises(Refused, match="merged into"):
        restore(row=row, number=1, expected=row.version, **edith())


def test_only_what_was_deleted_is_brought_back() -> None:
    with pytest.raises(Refused, match="not deleted"):
        bring_back(row=note(), expected=3, **edith())


def test_a_mark_says_and_lies_again_where_it_did() -> None:
    row = note()
    restore(row=row, number=1, expected=3, **edith())
    row = Annotation.objects.get(pk=row.pk)
    assert (row.body, row.start, row.version) == ("A note.", 0, 4)
    assert Revision.objects.get(subject_uid=row.uid, number=3).fields["start"] == 4
    assert Event.objects.filter(event_type="annotation change").count() == 3


def test_a_deleted_mark_comes_back_as_it_was_before_that() -> None:
    row = note()
    delete_annotation(annotation=row, expected=3, **edith())
    restore(row=row, number=1, expected=4, **edith())
    row.refresh_from_db()
    assert (row.state, row.body) == ("active", "A note.")


def test_a_claim_keeps_its_address_and_takes_its_names_back() -> None:
    by = factories.editor()
    place = create_authority(kind="place", name="Aigun", by=by)
    row = create_claim(slug="first", statement="So.", mentions=[(place, "place")], by=by)
    edit_claim(claim=row, expected=1, slug="second", statement="No.", mentions=[], **edith())
    restore(row=row, number=1, expected=2, **edith())
    row.refresh_from_db()
    assert (row.slug, row.statement) == ("second", "So.")
    assert row.mentions.get().authority == place


def test_a_deleted_claim_is_brought_back() -> None:
    row = claim()
    delete_claim(claim=row, expected=2, **edith())
    bring_back(row=row, expected=3, **edith())
    assert Claim.objects.get(pk=row.pk).state == "active"


def test_evidence_says_again_what_it_said() -> None:
    row = evidence()
    delete_evidence(evidence=row, expected=2, **edith())
    restore(row=row, number=1, expected=3, **edith())
    row.refresh_from_db()
    assert (row.state, row.note, row.relation) == ("active", "Why.", "supports")


def judged() -> Claim:
    row, day = claim(), date(2026, 1, 1)
    for credibility, reasons in ((3, "It may be."), (5, "It is not.")):
        assess(
            claim=row, verdict="supported", credibility=credibility, reasons=reasons, as_of=day,
            by=factories.editor(),
        )  # fmt: skip
    return row


@pytest.mark.parametrize(
    ("number", "expected", "error"), [(0, 2, Refused), (2, 2, Refused), (1, 1, Conflict)]
)
def test_a_judgement_that_stands_or_never_was_is_not_taken_up(
    number: int, expected: int, error: type[Exception]
) -> None:
    row = judged()
    with pytest.raises(error):
        judge_again(claim=row, number=number, expected=expected, **edith())
    assert row.assessments.count() == 2


def test_a_judgement_is_taken_up_again_as_a_new_one() -> None:
    row = judged()
    made = judge_again(claim=row, number=1, expected=2, **edith())
    assert (made.credibility, made.supersedes.credibility) == (3, 5)  # type: ignore[union-attr]
    assert made.reasons == "It may be.\n\nTaken up again: Because."
