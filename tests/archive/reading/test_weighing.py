"""How evidence is sorted on a page, and how a claim's page and the corrections log show it."""

from typing import Any

import pytest
from django.test import Client

from archive.reading.weighing import conflict, sides
from tests.archive.reading import editions, everything, payloads
from tests.archive.reading.pages import Element, parse

REFUTES = {"relation": "refutes"}


def piece(name: str, **values: Any) -> payloads.Part:
    return payloads.evidence(id=name, **values)


def one_set(*names: str, left_out: int = 0, relation: str = "supports") -> payloads.Part:
    return {"number": 1, "relation": relation, "evidence": [*names], "left_out": left_out}


@pytest.mark.parametrize(
    ("relations", "said"),
    [
        ([], ""),
        (["supports", "supports"], ""),
        (["refutes", "qualifies"], ""),
        (["supports", "refutes"], "1 piece supports the claim, and 1 piece refutes it."),
        (
            ["supports", "refutes", "supports", "qualifies", "refutes"],
            "2 pieces support the claim, and 2 pieces refute it.",
        ),
    ],
)
def test_a_conflict_is_said_in_words_where_there_is_one(relations: list[str], said: str) -> None:
    assert conflict(relations).removeprefix("The evidence conflicts: ") == said


def bodies(claim: payloads.Part) -> list[list[str]]:
    (side,) = sides(claim)
    return [[found.part["id"] for found in body.pieces] for body in side.bodies]


def test_what_is_in_a_set_stands_together_and_all_else_alone() -> None:
    rows = [piece("a", sets=[1]), piece("b"), piece("c", sets=[1])]
    claim = payloads.claim(evidence=rows, sets=[one_set("a", "c")])
    assert bodies(claim) == [["a", "c"], ["b"]]
    assert sides(claim)[0].count == 3


def test_the_strongest_comes_first_and_a_set_is_as_strong_as_its_weakest() -> None:
    rows = [
        piece("a", sets=[1], strength="decisive"),
        piece("b", sets=[1], strength="slight"),
        piece("c"),
        piece("d", strength="fair"),
        piece("e", strength="strong"),
    ]
    claim = payloads.claim(evidence=rows, sets=[one_set("a", "b")])
    assert bodies(claim) == [["e"], ["d"], ["a", "b"], ["c"]]


def test_a_set_of_which_nothing_is_shown_is_not_listed() -> None:
    assert sides(payloads.claim(evidence=[], sets=[one_set(left_out=2)])) == []


def test_evidence_of_older_editions_stands_alone() -> None:
    old = piece("a")
    for name in ("sets", "strength", "derived_from"):
        del old[name]
    claim = payloads.claim(evidence=[old])
    del claim["sets"]
    assert bodies(claim) == [["a"]]


@pytest.fixture
def shown(db: None, client: Client) -> Element:
    editions.publish(everything.weighed())
    return parse(client.get("/claims/left-bank/").text)


def test_a_claim_s_page_says_that_the_evidence_conflicts(shown: Element) -> None:
    assert shown.one(class_="conflict").said == (
        "The evidence conflicts: 1 piece supports the claim, and 2 pieces refute it."
    )


def test_a_claim_s_page_says_what_counts_only_together(shown: Element) -> None:
    said = shown.one(class_="together").said
    assert "Only all of these together" in said
    assert "A History of the River" in said
    assert "1 more piece belongs to it" in said


def test_strength_and_origin_are_said_in_words(shown: Element) -> None:
    assert "Strength: strong · Independent · added by" in shown.said
    assert "Derived from A. Writer, A History of the River (1901): not independent" in shown.said


def test_reliability_and_credibility_stand_side_by_side(shown: Element) -> None:
    said = shown.one(class_="beside").said
    assert "The Gazette: C, fairly reliable" in said
    assert "2, probably true" in said


def test_a_word_of_a_scale_comes_with_its_meaning(shown: Element) -> None:
    said = shown.one(class_="scaled-meaning").said
    assert "“mostly false” means: What is true in it does not carry what it says." in said
    assert "Six steps, version 1" in said


def test_an_answer_is_named_and_dated(shown: Element) -> None:
    said = shown.one(class_="reply").said
    assert "Answer of The envoy’s office, 21 November 2026" in said
    assert "We never said so." in said


@pytest.mark.django_db
def test_markup_in_an_answer_is_words(client: Client) -> None:
    page = everything.weighed() | {"replies": [payloads.reply(words="<script>alert(1)</script>")]}
    editions.publish(page)
    assert "<script>alert" not in client.get("/claims/left-bank/").text


@pytest.mark.django_db
def test_an_older_edition_opens_without_what_came_later(client: Client) -> None:
    page = payloads.claim_page(evidence=[piece("a"), piece("b", **REFUTES)])
    for gone in (page, page["claim"]):
        for name in ("replies", "change", "sets"):
            gone.pop(name, None)
    del page["claim"]["assessment"]["scaled"]
    editions.publish(page)
    assert "The evidence conflicts" in parse(client.get("/claims/left-bank/").text).said


@pytest.mark.django_db
def test_a_scale_s_words_stand_with_their_meanings(client: Client) -> None:
    editions.publish(payloads.scales_page())
    rows = [row.said for row in parse(client.get("/about/verdict-scales/").text).all("tr")]
    assert "trueIt is true.supported2" in rows
