"""The corrections log: what took the place of what, from open editions alone."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Edition
from tests.archive.reading import editions, payloads
from tests.archive.reading.pages import Element, parse

pytestmark = pytest.mark.django_db

LOG = "/about/corrections/"


def log(client: Client, query: str = "") -> list[Element]:
    found = parse(client.get(LOG + query).text).all("ol")
    return found[0].all("li") if found else []


def publish(number: int, change: str = "", **values: Any) -> Edition:
    page = payloads.document(number=number, **values) | {"change": change}
    return editions.publish(page, at=datetime(2026, 11, number, tzinfo=UTC))


def test_a_correction_says_what_took_the_place_of_what_and_why(client: Client) -> None:
    publish(1)
    publish(2, "correction", reason="The bank was the right one.")
    (line,) = log(client)
    assert line.one("h2").said == "The treaty of the river"
    assert "Correction · document" in line.said
    assert "The bank was the right one." in line.said
    assert "Edition 2 took the place of edition 1 on 2 November 2026." in line.said
    links = [link.attributes["href"] for link in line.all("a")]
    assert links == ["/documents/treaty/editions/2/", "/documents/treaty/editions/1/"]


def test_first_editions_and_what_only_follows_are_no_changes(client: Client) -> None:
    publish(1)
    publish(2)
    assert log(client) == []
    assert "nothing has been changed" in parse(client.get(LOG).text).said


def test_the_newest_change_comes_first(client: Client) -> None:
    for number, change in enumerate(("", "update", "clarification", "withholding"), start=1):
        publish(number, change)
    said = [line.one(class_="label").said for line in log(client)]
    assert [words.split(" ·")[0] for words in said] == ["Withholding", "Clarification", "Update"]


@pytest.mark.parametrize(("kind", "lines"), [("correction", 1), ("update", 1), ("withholding", 0)])
def test_one_kind_of_change_can_be_chosen(client: Client, kind: str, lines: int) -> None:
    for number, change in enumerate(("", "correction", "update"), start=1):
        publish(number, change)
    assert len(log(client, f"?kind={kind}")) == lines


@pytest.mark.parametrize("query", ["?kind=<script>", "?kind=", "?kind=first&page=99", "?page=x"])
def test_what_is_no_kind_shows_all_and_repeats_nothing(client: Client, query: str) -> None:
    publish(1)
    publish(2, "update")
    assert len(log(client, query)) == 1
    assert "<script>" not in client.get(LOG + query).text


def test_a_closed_edition_is_not_told_of(client: Client) -> None:
    publish(1)
    second = publish(2, "correction", reason="A word that must go.")
    publish(3, "withholding", reason="Words were taken out.")
    editions.withdraw(second)
    (line,) = log(client)
    assert "took the place of edition 2, which is closed" in line.said
    assert "must go" not in client.get(LOG).text


def test_a_withdrawn_document_leaves_the_log(client: Client) -> None:
    for edition in (publish(1), publish(2, "correction")):
        editions.withdraw(edition)
    assert log(client) == []
    assert "treaty" not in client.get(LOG).text


def test_a_renamed_document_is_told_of_under_its_new_address(client: Client) -> None:
    publish(1)
    publish(2, "update")
    editions.rename("document", "treaty", "river-treaty")
    (line,) = log(client)
    assert line.one("h2").one("a").attributes["href"] == "/documents/river-treaty/editions/2/"
    assert "/documents/treaty/" not in client.get(LOG).text


def test_the_log_costs_the_same_for_one_and_for_many(client: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(LOG)
        return len(asked)

    publish(1)
    publish(2, "update")
    one = cost()
    for number in range(3, 12):
        publish(number, "update")
    assert (cost(), one <= 5) == (one, True)


@pytest.mark.parametrize(
    ("written", "said", "address"),
    [
        ("", "has not said yet where to write to", None),
        ("desk@archive.example", "Write to desk@archive.example.", "mailto:desk@archive.example"),
        ("https://archive.example/desk", "Write to https", "https://archive.example/desk"),
        ("javascript:alert(1)", "Write to javascript:alert(1).", None),
        ("3 River Street", "Write to 3 River Street.", None),
    ],
)
def test_the_archive_says_how_to_answer(
    client: Client, settings: Any, written: str, said: str, address: str | None
) -> None:
    settings.CONTACT = written
    page = parse(client.get("/about/").text)
    assert said in page.said
    links = [a.attributes["href"] for a in page.all("a") if a.said == written and written]
    assert links == ([address] if address else [])
