from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from annotations.actions.annotate import annotate
from annotations.actions.assess import assess
from annotations.actions.claims import create_claim, delete_claim
from annotations.actions.evidence import (
    add_evidence,
    delete_evidence,
    edit_evidence,
    restore_evidence,
)
from annotations.actions.sets import members, new_set
from annotations.models import Annotation, Claim, Evidence, Revision
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories

pytestmark = pytest.mark.django_db

WORK: dict[str, Any] = {"work": "Ravenstein, The Russians on the Amur, 1861.", "access": "in_hand"}


@pytest.fixture
def claim() -> Claim:
    return create_claim(slug="secret", statement="It was kept secret.", by=factories.editor())


@pytest.fixture
def mark() -> Annotation:
    return annotate(
        rendition=factories.rendition("The allies were told."),
        start=4,
        end=10,
        kind="evidence",
        by=factories.editor(),
    )


def tie(claim: Claim, **values: Any) -> Evidence:
    values = {"relation": "refutes", "note": "Somebody was told."} | values
    return add_evidence(claim=claim, by=factories.editor(), **values)


def events(claim: Claim) -> list[str]:
    rows = Event.objects.filter(subject_kind="claim", subject_uid=claim.uid)
    return list(rows.values_list("event_type", flat=True))


def test_words_of_a_document_can_be_evidence(claim: Claim, mark: Annotation) -> None:
    row = tie(claim, annotation=mark, locator="first sentence")
    assert (row.annotation, row.access, row.independence) == (mark, "", "unknown")
    assert events(claim) == ["creation", "evidence"]


def test_an_outside_work_can_be_evidence(claim: Claim) -> None:
    row = tie(claim, **WORK, work_url="https://example.org/ravenstein")
    assert row.annotation is None


def test_the_history_tells_of_evidence_without_its_words(claim: Claim, mark: Annotation) -> None:
    row = tie(claim, annotation=mark)
    event = Event.objects.get(subject_uid=claim.uid, event_type="evidence")
    assert event.detail == {
        "evidence": row.uid,
        "relation": "refutes",
        "independence": "unknown",
    }
    assert event.objects_touched == [f"annotation:{mark.uid}"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        # exactly one of words held and outside work
        ({}, "either words of a document or an outside work"),
        ({"work": "  ", "access": "in_hand"}, "either words of a document or an outside work"),
        # an outside work says how it is known
        ({"work": "A book."}, "Say how the archive knows the work"),
        ({"work": "A book.", "access": "heard of"}, "not a valid choice"),
        ({"work": "A book.", "access": "cited_through"}, "Name the work that it is cited through"),
        (WORK | {"cited_through": "Another."}, "Name the work that it is cited through"),
        (WORK | {"work_url": "javascript:alert(1)"}, "Its address: Enter a valid URL"),
        # why and how it bears on the claim
        (WORK | {"note": " "}, "Say in the note why"),
        (WORK | {"relation": "proves"}, "not a valid choice"),
        (WORK | {"independence": "maybe"}, "not a valid choice"),
    ],
)
def test_evidence_is_refused_in_a_clear_sentence(
    claim: Claim, values: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        tie(claim, **values)
    assert not Evidence.objects.exists()


def test_evidence_cannot_be_both_held_and_outside(claim: Claim, mark: Annotation) -> None:
    with pytest.raises(Refused, match="either words of a document or an outside work"):
        tie(claim, annotation=mark, **WORK)


@pytest.mark.parametrize(
    "values",
    [{"access": "in_hand"}, {"work_url": "https://example.org/"}, {"cited_through": "A book."}],
)
def test_words_that_the_archive_holds_take_no_marks_of_an_outside_work(
    claim: Claim, mark: Annotation, values: dict[str, Any]
) -> None:
    with pytest.raises(Refused, match="are for outside works"):
        tie(claim, annotation=mark, **values)


def test_a_lacuna_is_no_evidence(claim: Claim, mark: Annotation) -> None:
    lacuna = annotate(
        rendition=mark.rendition, start=4, end=4, kind="lacuna", by=factories.editor()
    )
    with pytest.raises(Refused, match="A lacuna has no words"):
        tie(claim, annotation=lacuna)


def test_a_claim_out_of_use_takes_no_evidence(claim: Claim) -> None:
    delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")
    with pytest.raises(Refused, match="This claim was deleted"):
        tie(claim, **WORK)


def test_only_derived_evidence_names_what_it_derives_from(claim: Claim) -> None:
    first = tie(claim, **WORK)
    with pytest.raises(Refused, match="Only evidence that is “derived"):
        tie(claim, **WORK, derived_from=first)
    assert tie(claim, **WORK, independence="derived", derived_from=first).derived_from == first


def test_evidence_never_derives_from_itself(claim: Claim) -> None:
    first = tie(claim, **WORK)
    second = tie(claim, **WORK, independence="derived", derived_from=first)
    with pytest.raises(Refused, match="cannot derive from itself"):
        edit_evidence(
            evidence=first,
            expected=1,
            by=factories.editor(),
            reason="x",
            independence="derived",
            derived_from=second,
        )


def test_an_edit_keeps_how_the_evidence_read(claim: Claim) -> None:
    row = tie(claim, **WORK)
    edit_evidence(
        evidence=row, expected=1, by=factories.editor(), reason="Weaker.", relation="qualifies"
    )
    kept = Revision.objects.get()
    assert (row.relation, kept.subject_kind, kept.fields["relation"], kept.fields["claim"]) == (
        "qualifies",
        "evidence",
        "refutes",
        "secret",
    )


def test_the_second_of_two_editors_sees_what_the_first_wrote(claim: Claim) -> None:
    row, by = tie(claim, **WORK), factories.editor()
    edit_evidence(evidence=row, expected=1, by=by, reason="a", locator="p. 1")
    with pytest.raises(Conflict) as caught:
        edit_evidence(evidence=row, expected=1, by=by, reason="b", locator="p. 2")
    assert isinstance(caught.value.current, Evidence)
    assert caught.value.current.locator == "p. 1"


def test_deleted_evidence_takes_its_mark_along_and_brings_it_back(
    claim: Claim, mark: Annotation
) -> None:
    row, by = tie(claim, annotation=mark), factories.editor()
    delete_evidence(evidence=row, expected=1, by=by, reason="Wrong place.")
    mark.refresh_from_db()
    assert (row.state, mark.state) == ("deleted", "deleted")
    restore_evidence(evidence=row, expected=2, by=by, reason="Right after all.")
    mark.refresh_from_db()
    assert (row.state, mark.state) == ("active", "active")
    assert events(claim)[-2:] == ["evidence deletion", "evidence restoration"]


def test_a_mark_stays_while_other_evidence_rests_on_it(claim: Claim, mark: Annotation) -> None:
    row = tie(claim, annotation=mark)
    tie(claim, annotation=mark, relation="qualifies")
    delete_evidence(evidence=row, expected=1, by=factories.editor(), reason="x")
    mark.refresh_from_db()
    assert mark.state == "active"


def test_a_claims_own_mark_stays_when_it_is_no_longer_evidence(claim: Claim) -> None:
    words = annotate(
        rendition=factories.rendition(),
        start=0,
        end=3,
        kind="claim",
        claim=claim,
        stance="asserts",
        by=factories.editor(),
    )
    other = create_claim(slug="other", statement="Other.", by=factories.editor())
    row = tie(other, annotation=words)
    delete_evidence(evidence=row, expected=1, by=factories.editor(), reason="x")
    words.refresh_from_db()
    assert words.state == "active"


def test_deleted_evidence_cannot_be_edited(claim: Claim) -> None:
    row, by = tie(claim, **WORK), factories.editor()
    delete_evidence(evidence=row, expected=1, by=by, reason="x")
    with pytest.raises(Refused, match="bring it back"):
        edit_evidence(evidence=row, expected=2, by=by, reason="x", locator="p. 3")


def test_evidence_that_other_evidence_derives_from_stays(claim: Claim) -> None:
    first = tie(claim, **WORK)
    tie(claim, **WORK, independence="derived", derived_from=first)
    with pytest.raises(Refused, match="derive from this"):
        delete_evidence(evidence=first, expected=1, by=factories.editor(), reason="x")


@pytest.mark.parametrize(
    ("change", "values"), [(delete_evidence, {}), (edit_evidence, {"independence": "unknown"})]
)
def test_credibility_1_never_outlives_its_independent_evidence(
    claim: Claim, change: Callable[..., Evidence], values: dict[str, Any]
) -> None:
    by, other = factories.editor(), WORK | {"work": "Another that knows nothing of it, 1862."}
    row, _ = (
        tie(claim, **work, relation="supports", independence="independent")
        for work in (WORK, other)
    )
    assess(
        claim=claim,
        verdict="supported",
        credibility=1,
        reasons="Two that know nothing of each other.",
        as_of=date(2026, 11, 1),
        by=by,
    )
    with pytest.raises(Refused, match="judge the claim anew first"):
        change(evidence=row, expected=1, by=by, reason="x", **values)
    row.refresh_from_db()
    assert (row.state, row.independence, row.version) == ("active", "independent", 1)


def test_strength_is_said_in_a_word_of_the_vocabulary(claim: Claim) -> None:
    assert tie(claim, **WORK, strength="strong").strength == "strong"
    with pytest.raises(Refused, match="not a valid choice"):
        tie(claim, **WORK, strength="overwhelming")


def test_evidence_of_another_claim_is_nothing_to_derive_from(claim: Claim) -> None:
    other = create_claim(slug="other", statement="Other.", by=factories.editor())
    first = tie(other, **WORK)
    with pytest.raises(Refused, match="evidence of another claim"):
        tie(claim, **WORK, independence="derived", derived_from=first)


@pytest.mark.parametrize("sets", [[0], [-1], [100], ["1"], [True], [1.0], [None], "12", {"1": 2}])
def test_sets_are_numbers(claim: Claim, sets: Any) -> None:
    row = tie(claim, **WORK)
    with pytest.raises(Refused, match="numbers from 1 to 99"):
        edit_evidence(evidence=row, expected=1, by=factories.editor(), reason="x", sets=sets)


def test_a_piece_may_be_in_several_sets_each_said_once(claim: Claim) -> None:
    assert tie(claim, **WORK, sets=[3, 1, 3]).sets == [1, 3]
    assert list(members(claim)) == [1, 3]


def test_a_set_bears_on_the_claim_in_one_way(claim: Claim) -> None:
    tie(claim, **WORK, sets=[1])
    with pytest.raises(Refused, match="set 1 refutes it, and this supports it"):
        tie(claim, **WORK, sets=[1], relation="supports")
    row = tie(claim, **WORK, sets=[2], relation="supports")
    with pytest.raises(Refused, match="set 1 refutes it"):
        edit_evidence(evidence=row, expected=1, by=factories.editor(), reason="x", sets=[1, 2])


def test_what_a_set_needs_is_not_taken_away(claim: Claim) -> None:
    by = factories.editor()
    row, other = tie(claim, **WORK, sets=[1]), tie(claim, **WORK, sets=[1])
    with pytest.raises(Refused, match="Other evidence of set 1"):
        delete_evidence(evidence=row, expected=1, by=by, reason="x")
    edit_evidence(evidence=row, expected=1, by=by, reason="Not needed for it.", sets=[])
    delete_evidence(evidence=row, expected=2, by=by, reason="x")
    delete_evidence(evidence=other, expected=1, by=by, reason="The last of its set.")


def test_a_new_set_takes_no_number_that_deleted_evidence_may_bring_back(claim: Claim) -> None:
    row = tie(claim, **WORK, sets=[1])
    delete_evidence(evidence=row, expected=1, by=factories.editor(), reason="x")
    assert new_set(claim) == 2


def test_deleted_evidence_comes_back_to_a_set_that_still_means_the_same(claim: Claim) -> None:
    row, by = tie(claim, **WORK, sets=[1]), factories.editor()
    delete_evidence(evidence=row, expected=1, by=by, reason="x")
    tie(claim, **WORK, sets=[1], relation="supports")
    with pytest.raises(Refused, match="set 1 supports it, and this refutes it"):
        restore_evidence(evidence=row, expected=2, by=by, reason="x")
