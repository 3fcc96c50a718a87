"""The pages of claims, of publishers and platforms, and of the moderation rules."""

from typing import Any

import pytest
from django.test import Client

from tests.archive.reading import editions, payloads
from tests.archive.reading.pages import Element, parse

pytestmark = pytest.mark.django_db


def claim_page(client: Client, **values: Any) -> Element:
    editions.publish(payloads.claim_page(**values))
    return parse(client.get("/claims/left-bank/").text)


def test_a_claim_shows_what_it_was_judged_to_be_worth_and_where_it_is_made(
    client: Client,
) -> None:
    found = claim_page(client, speaker="the envoy", when="1858-05-28", when_written="16 May")
    assert found.one("h1").said == "The treaty gave the left bank to the north."
    assert "Credibility 2 probably true · supported" in found.one(class_="assessment").said
    assert "28 May 1858" in found.said
    assert "16 May" in found.said
    assert "the envoy" in found.said
    place = found.one(class_="appearances")
    assert "The text asserts it" in place.said
    assert place.one("a").attributes["href"] == "/documents/treaty/editions/1/#p2"


def test_words_in_a_comment_lead_to_the_comments(client: Client) -> None:
    payload = payloads.claim_page()
    payload["appearances"][0]["place"]["passage"] = 0
    editions.publish(payload)
    place = parse(client.get("/claims/left-bank/").text).one(class_="appearances")
    assert place.one("a").attributes["href"] == "/documents/treaty/editions/1/#comments"


def test_a_claim_shows_how_it_was_judged_before(client: Client) -> None:
    payload = payloads.claim_page()
    payload["history"].append(payloads.assessment(credibility=4, label="doubtful"))
    editions.publish(payload)
    history = parse(client.get("/claims/left-bank/").text).one(class_="history")
    assert "Credibility 4 doubtful" in history.said
    assert "Credibility 2" not in history.said


def test_a_claim_without_evidence_says_so(client: Client) -> None:
    assert "None is recorded." in claim_page(client).said


def test_topics_lead_to_other_claims_of_theirs(client: Client) -> None:
    found = claim_page(client, topics=["borders & rivers"])
    (link,) = [a for a in found.all("a") if a.said == "borders & rivers"]
    assert link.attributes["href"] == "/claims/?topic=borders%20%26%20rivers"
    assert "left bank" in client.get(link.attributes["href"]).text


@pytest.mark.parametrize(
    ("value", "words"), [("D", "Read with caution"), ("F", "does not mean the worst")]
)
def test_a_publisher_is_rated_in_words(client: Client, value: str, words: str) -> None:
    editions.publish(payloads.source_page(rating=payloads.rating(value, "in words")))
    found = parse(client.get("/sources/gazette/").text)
    assert f"Reliability {value}: in words" in found.said
    assert words in found.said
    assert "Checked against the printed treaties" in found.said


def test_a_publisher_shows_how_it_was_rated_before(client: Client) -> None:
    payload = payloads.source_page()
    payload["ratings"].append(payloads.rating("E", "unreliable", grounds="It was new then."))
    editions.publish(payload)
    history = parse(client.get("/sources/gazette/").text).one(class_="history")
    assert "Reliability E: unreliable" in history.said
    assert "It was new then." in history.said


def test_each_rule_has_an_address_in_each_version(client: Client) -> None:
    editions.publish(payloads.rules_page())
    editions.publish(payloads.rules_page(2))
    for path in ("/about/moderation-rules/", "/about/moderation-rules/editions/1/"):
        found = parse(client.get(path).text)
        assert "Words that threaten people are withheld." in found.one(id="rule-1").said
        assert "An insult is redacted" in found.one(id="rule-2.1").said


def test_closed_rules_are_gone(client: Client) -> None:
    editions.withdraw(editions.publish(payloads.rules_page()))
    assert client.get("/about/moderation-rules/").status_code == 410
