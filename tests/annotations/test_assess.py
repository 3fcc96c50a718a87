"""Judgements of claims: reasons, digits, words of a scale, and what a 1 asks for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from annotations.actions.annotate import annotate
from annotations.actions.assess import assess
from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Assessment, Claim, Evidence
from archive.errors import Refused
from archive.models import Conflict, Event
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)
NONE, ONE = "This claim has none", "This claim has one"


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


def support(claim: Claim, work: str = "Treaty of Peking, 1860.", **values: Any) -> Evidence:
    """Supporting evidence that somebody has seen and calls independent, unless told."""
    if not values.get("annotation"):
        values = {"work": work, "access": "in_hand"} | values
    values = {"independence": "independent", "relation": "supports"} | values
    return add_evidence(claim=claim, note="Names the day.", by=factories.editor(), **values)


def events(claim: Claim) -> list[str]:
    rows = Event.objects.filter(subject_kind="claim", subject_uid=claim.uid)
    return list(rows.values_list("event_type", flat=True))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        # a judgement has reasons, a verdict and a day that has come
        ({"reasons": "\n"}, "needs its reasons"),
        ({"verdict": "true"}, "no verdict"),
        ({"verdict": ""}, "Choose a verdict, or a word"),
        ({"as_of": date(2999, 1, 1)}, "lies in the future"),
        # what is checkable has a digit from 1 to 6
        ({"credibility": None}, "from 1 to 6"),
        ({"credibility": 0}, "from 1 to 6"),
        ({"credibility": 7}, "from 1 to 6"),
        # what is not, has none
        ({"verdict": "not_checkable"}, "leave the credibility empty"),
        # confirmed means by other independent sources
        ({"credibility": 1}, NONE),
    ],
)
def test_a_judgement_is_refused_in_a_clear_sentence(values: dict[str, Any], why: str) -> None:
    claim = make()
    with pytest.raises(Refused, match=why):
        judge(claim, **values)
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("kind", ["opinion", "prediction"])
@pytest.mark.parametrize("verdict", ["supported", "refuted", "not_enough_information"])
def test_only_a_fact_gets_a_digit(kind: str, verdict: str) -> None:
    claim = make(kind=kind)
    with pytest.raises(Refused, match="Only a fact gets a digit"):
        judge(claim, verdict=verdict)
    assert judge(claim, verdict="not_checkable", credibility=None).credibility is None


@pytest.mark.parametrize(
    "values",
    [
        {"relation": "refutes"},
        {"relation": "qualifies"},
        {"independence": "unknown"},
        {"independence": "same_platform"},
        {"independence": "derived"},
        {"access": "not_consulted"},
        # the same work under other letters, and another one known through the same
        {"work": " treaty of  PEKING, 1860."},
        {"access": "cited_through", "cited_through": "Treaty of Peking, 1860."},
    ],
)
def test_a_second_piece_that_confirms_nothing_earns_no_1(values: dict[str, Any]) -> None:
    claim = make()
    support(claim)
    support(claim, **{"work": "Treaty of St Petersburg, 1881."} | values)
    with pytest.raises(Refused, match=ONE):
        judge(claim, credibility=1)


def marked(text: str, **described: Any) -> Any:
    return annotate(
        rendition=factories.rendition(text, **described),
        start=0,
        end=4,
        kind="evidence",
        by=factories.editor(),
    )


def same_document(claim: Claim) -> None:
    first = marked("Some words, and others.")
    second = annotate(
        rendition=first.rendition, start=6, end=10, kind="evidence", by=factories.editor()
    )
    for mark in (first, second):
        support(claim, annotation=mark)


def same_publisher(claim: Claim) -> None:
    gazette = factories.source()
    for text in ("One page of it.", "Page two of it."):
        support(claim, annotation=marked(text, source=gazette))


@pytest.mark.parametrize("two_of_one_origin", [same_document, same_publisher])
def test_what_one_origin_says_twice_counts_once(two_of_one_origin: Callable[[Claim], None]) -> None:
    claim = make()
    two_of_one_origin(claim)
    with pytest.raises(Refused, match=ONE):
        judge(claim, credibility=1)
    support(claim)
    assert judge(claim, credibility=1).credibility == 1


def test_two_that_are_independent_earn_a_1() -> None:
    claim = make()
    support(claim)
    support(claim, "Treaty of St Petersburg, 1881.")
    assert judge(claim, credibility=1).credibility == 1


def test_a_judgement_supersedes_the_last_one_which_stays() -> None:
    claim = make()
    first, second = judge(claim), judge(claim, credibility=3)
    assert claim.assessments.current().get() == second
    assert (second.supersedes, Assessment.objects.count()) == (first, 2)
    assert events(claim) == ["creation", "assessment", "assessment"]


def test_a_judgement_made_without_seeing_the_last_one_is_a_conflict() -> None:
    claim = make()
    first = judge(claim)
    with pytest.raises(Conflict) as caught:
        judge(claim, credibility=3, replacing="")
    assert caught.value.current == first
    assert judge(claim, credibility=3, replacing=first.uid).credibility == 3
