"""A claim that is two: what goes is chosen, what stays stays, and both tell of it."""

from typing import Any

import pytest

from annotations.actions.claims import edit_claim
from annotations.actions.merging import merge_claims
from annotations.actions.splitting import split_claim
from annotations.models import Claim, Evidence, Revision
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

TEXT = "It was signed in May and ratified in June. So says one, and so says another."


@pytest.fixture
def claim() -> Claim:
    text = factories.rendition(TEXT)
    made = scenes.claim("both")
    scenes.makes(text, "signed in May", made)
    scenes.makes(text, "ratified in June", made)
    for words in ("So says one", "so says another"):
        scenes.bears(text, words, made)
    return made


def split(claim: Claim, *, spans: Any = (), evidence: Any = (), **values: Any) -> Claim:
    given: dict[str, Any] = {
        "expected": claim.version,
        "statement": "It was ratified in June.",
        "by": factories.editor(),
        "reason": "Two events.",
    }
    return split_claim(claim=claim, spans=spans, evidence=evidence, **given | values)


def marks(claim: Claim) -> list[Any]:
    return list(claim.spans.order_by("pk"))


def pieces(claim: Claim) -> list[Evidence]:
    return list(claim.evidence.order_by("pk"))


def test_what_is_chosen_goes_and_the_rest_stays(claim: Claim) -> None:
    new = split(claim, spans=marks(claim)[1:], evidence=pieces(claim)[1:], topics=["treaties"])
    assert (new.slug, new.statement, new.topics) == (
        "it-was-ratified-in-june",
        "It was ratified in June.",
        ["treaties"],
    )
    assert [len(marks(each)) for each in (claim, new)] == [1, 1]
    assert [len(pieces(each)) for each in (claim, new)] == [1, 1]


def test_both_tell_of_it_and_the_old_one_keeps_how_it_stood(claim: Claim) -> None:
    new = split(claim, spans=marks(claim)[1:])
    for each in (claim, new):
        event = Event.objects.filter(subject_kind="claim", subject_uid=each.uid).latest("sequence")
        assert event.event_type == "claim split"
        assert event.detail["new"] == new.uid
    assert Revision.objects.get(subject_kind="claim").reason == "Two events."
    assert Revision.objects.get(subject_kind="annotation").fields["claim"] == "both"
    claim.refresh_from_db()
    assert claim.version == 2


def test_what_was_judged_stays_with_the_old_claim(claim: Claim) -> None:
    scenes.assessed(claim)
    new = split(claim, spans=marks(claim)[1:])
    assert not new.assessments.exists()


def test_nothing_is_split_off_without_words_or_evidence(claim: Claim) -> None:
    with pytest.raises(Refused, match="Choose the words or the evidence"):
        split(claim)


def test_all_of_a_claim_is_not_split_off(claim: Claim) -> None:
    with pytest.raises(Refused, match="That is all of it"):
        split(claim, spans=marks(claim), evidence=pieces(claim))


def test_words_of_another_claim_do_not_go_along(claim: Claim) -> None:
    other = scenes.makes(factories.rendition("Else."), "Else", scenes.claim("other"))
    with pytest.raises(Refused, match="Choose the words"):
        split(claim, spans=[other])


def test_evidence_goes_where_that_goes_from_which_it_derives(claim: Claim) -> None:
    first, second = pieces(claim)
    Evidence.objects.filter(pk=second.pk).update(independence="derived", derived_from=first)
    for alone in (first, second):
        with pytest.raises(Refused, match="goes where that goes"):
            split(claim, evidence=[alone])


def test_a_set_is_not_torn_apart(claim: Claim) -> None:
    claim.evidence.update(sets=[3])
    with pytest.raises(Refused, match=r"Set 3 .* all of it or none"):
        split(claim, evidence=pieces(claim)[:1])
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"statement": " "}, "needs its statement"),
        ({"statement": "The statement of both. "}, "statement of its own"),
        ({"reason": " "}, "why you change this"),
        ({"slug": "both"}, "given to another claim"),
        ({"slug": "No Address"}, "no address|valid"),
        ({"kind": "rumour"}, "not a valid choice"),
    ],
)
def test_a_split_is_refused_whole(claim: Claim, values: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        split(claim, spans=marks(claim)[1:], **values)
    assert Claim.objects.count() == 1
    assert len(marks(claim)) == 2


def test_who_saw_an_older_text_of_the_claim_is_told(claim: Claim) -> None:
    edit_claim(claim=claim, expected=1, by=factories.editor(), reason="x", place="Aigun")
    with pytest.raises(Conflict):
        split(claim, spans=marks(claim)[1:], expected=1)
    assert Claim.objects.count() == 1


def test_a_merged_claim_is_not_split(claim: Claim) -> None:
    chosen, heir = marks(claim), scenes.claim("heir")
    merge_claims(claim=claim, into=heir, expected=1, by=factories.editor(), reason="x")
    with pytest.raises(Refused, match="merged into “heir”"):
        split(claim, spans=chosen[1:])
