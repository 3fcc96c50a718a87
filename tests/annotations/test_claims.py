from datetime import date
from typing import Any

import pytest

from annotations.actions.annotate import annotate
from annotations.actions.assess import assess
from annotations.actions.claims import (
    create_claim,
    delete_claim,
    edit_claim,
    restore_claim,
)
from annotations.actions.evidence import add_evidence
from annotations.models import Assessment, Claim, Revision
from archive.errors import Refused
from archive.models import Conflict, Event, Slug
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)


def make(slug: str = "aigun", **values: Any) -> Claim:
    values = {"statement": "Aigun was signed on 28 May 1858."} | values
    return create_claim(slug=slug, by=factories.editor(), **values)


def judge(claim: Claim, **values: Any) -> Assessment:
    given: dict[str, Any] = {
        "verdict": "supported",
        "credibility": 2,
        "reasons": "The text of the treaty.",
        "as_of": DAY,
    } | values
    return assess(claim=claim, by=factories.editor(), **given)


def support(claim: Claim, **values: Any) -> None:
    values = {
        "work": "Treaty of Peking, 1860.",
        "access": "in_hand",
        "independence": "independent",
        "relation": "supports",
    } | values
    add_evidence(claim=claim, note="Names the day.", by=factories.editor(), **values)


def events(claim: Claim) -> list[str]:
    rows = Event.objects.filter(subject_kind="claim", subject_uid=claim.uid)
    return list(rows.values_list("event_type", flat=True))


def test_a_claim_takes_its_address_for_ever() -> None:
    claim = make()
    slug = Slug.objects.get(kind="claim")
    assert (slug.value, slug.subject_uid) == ("aigun", claim.uid)
    assert events(claim) == ["creation"]


def test_an_address_is_not_given_again_after_its_claim_is_gone() -> None:
    delete_claim(claim=make(), expected=1, by=factories.editor(), reason="A slip.")
    with pytest.raises(Refused, match="never given twice"):
        make()


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"statement": " "}, "needs its statement"),
        ({"statement": ""}, "Statement: This field cannot be blank"),
        ({"slug": "Not An Address"}, "Slug: Enter a valid"),
        ({"slug": ""}, "Slug: This field cannot be blank"),
        ({"slug": "x" * 81}, "at most 80 characters"),
        ({"kind": "rumour"}, "not a valid choice"),
        ({"calendar": "mayan"}, "not a valid choice"),
        ({"when_edtf": "28 May 1858"}, "no EDTF date"),
        ({"when_edtf": "1858-02-30"}, "no EDTF date"),
        ({"topics": [""]}, "Topics are words"),
        ({"speaker": "x" * 201}, "Speaker: "),
    ],
)
def test_a_claim_is_refused_in_a_clear_sentence(values: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        make(**values)
    assert not Claim.objects.exists()
    assert not Slug.objects.filter(kind="claim").exists()


def test_an_edit_keeps_how_the_claim_read() -> None:
    claim = make(topics=["treaties"])
    edit_claim(
        claim=claim, expected=1, by=factories.editor(), reason="Old Style too.", place="Aigun"
    )
    kept = Revision.objects.get()
    assert (claim.place, claim.version) == ("Aigun", 2)
    assert (kept.subject_kind, kept.fields["place"], kept.fields["topics"]) == (
        "claim",
        "",
        ["treaties"],
    )
    assert events(claim) == ["creation", "modification"]


def test_the_second_of_two_editors_sees_what_the_first_wrote() -> None:
    claim = make()
    by = factories.editor()
    edit_claim(claim=claim, expected=1, by=by, reason="a", place="Aigun")
    with pytest.raises(Conflict) as caught:
        edit_claim(claim=claim, expected=1, by=by, reason="b", place="Aihui")
    assert isinstance(caught.value.current, Claim)
    assert caught.value.current.place == "Aigun"


def test_a_renamed_claim_keeps_its_old_address_out_of_use() -> None:
    claim = make()
    edit_claim(claim=claim, expected=1, by=factories.editor(), reason="Clearer.", slug="aigun-day")
    assert dict(Slug.objects.values_list("value", "state")) == {
        "aigun": "renamed",
        "aigun-day": "current",
    }
    with pytest.raises(Refused, match="never given twice"):
        make("aigun")


def test_a_claim_with_a_digit_cannot_be_called_an_opinion() -> None:
    claim = make()
    judge(claim)
    with pytest.raises(Refused, match="judge it as not checkable first"):
        edit_claim(claim=claim, expected=1, by=factories.editor(), reason="x", kind="opinion")
    judge(claim, verdict="not_checkable", credibility=None)
    edit_claim(claim=claim, expected=1, by=factories.editor(), reason="x", kind="opinion")
    assert claim.kind == "opinion"


def test_a_claim_that_words_are_tied_to_cannot_be_deleted() -> None:
    claim = make()
    annotate(
        rendition=factories.rendition(),
        start=0,
        end=3,
        kind="claim",
        claim=claim,
        stance="asserts",
        by=factories.editor(),
    )
    with pytest.raises(Refused, match="Words are still tied"):
        delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")


def test_a_claim_that_evidence_bears_on_cannot_be_deleted() -> None:
    claim = make()
    support(claim)
    with pytest.raises(Refused, match="Evidence still bears"):
        delete_claim(claim=claim, expected=1, by=factories.editor(), reason="x")


def test_a_deleted_claim_comes_back() -> None:
    claim, by = make(), factories.editor()
    delete_claim(claim=claim, expected=1, by=by, reason="x")
    with pytest.raises(Refused, match="was deleted"):
        judge(claim)
    restore_claim(claim=claim, expected=2, by=by, reason="y")
    assert (claim.state, claim.version) == ("active", 3)
    assert events(claim) == ["creation", "claim deletion", "claim restoration"]
