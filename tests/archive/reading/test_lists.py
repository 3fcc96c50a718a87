"""The lists: filtered by a GET form, paged, saying what they do not know."""

import pytest
from django.test import Client

from archive.reading import lists
from tests.archive.reading import editions, payloads
from tests.archive.reading.pages import Element, parse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves() -> None:
    """Three documents, three claims, two publishers."""
    letter = payloads.source("letters", "The Letters", rating=payloads.rating("E", "unreliable"))
    editions.publish(payloads.document("alpha", "Alpha", language="en"))
    editions.publish(payloads.document("beta", "Beta", language="ru", item_type="report"))
    editions.publish(payloads.document("gamma", "Gamma", language="en", source=letter))
    editions.publish(payloads.claim_page("one", statement="One."))
    refuted = payloads.assessment(credibility=5, verdict="refuted", verdict_label="refuted")
    two = payloads.claim_page("two", statement="Two.", assessment=refuted, topics=["“Ü” & sea"])
    two["appearances"][0]["place"]["document"] = "beta"
    editions.publish(two)
    opinion = payloads.assessment(credibility=None, verdict="not_checkable")
    editions.publish(
        payloads.claim_page(
            "three", statement="Three.", assessment=opinion, kind="opinion", topics=[]
        )
    )
    editions.publish(payloads.source_page())
    editions.publish(
        payloads.source_page(
            "letters", name="The Letters", kind="archive", rating=payloads.rating("E", "unreliable")
        )
    )


def titles(page: Element) -> list[str]:
    return [heading.said for heading in page.one(class_="results").all("h3")]


def listed(client: Client, path: str) -> list[str]:
    return titles(parse(client.get(path).text))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/documents/", ["Alpha", "Beta", "Gamma"]),
        ("/documents/?source=letters", ["Gamma"]),
        ("/documents/?language=ru", ["Beta"]),
        ("/documents/?item_type=report", ["Beta"]),
        ("/documents/?reliability=E", ["Gamma"]),
        ("/documents/?reliability=C&language=en", ["Alpha"]),
        ("/claims/", ["One.", "Three.", "Two."]),
        ("/claims/?credibility=5", ["Two."]),
        ("/claims/?credibility=null", ["Three."]),
        ("/claims/?verdict=refuted", ["Two."]),
        ("/claims/?claim_kind=opinion", ["Three."]),
        ("/claims/?topic=borders", ["One."]),
        ("/claims/?topic=“Ü” %26 sea", ["Two."]),
        ("/claims/?document=beta", ["Two."]),
        ("/claims/?document=treaty", ["One.", "Three."]),
        ("/claims/?sort=credibility", ["One.", "Two.", "Three."]),
        ("/sources/", ["The Gazette", "The Letters"]),
        ("/sources/?reliability=E", ["The Letters"]),
        ("/sources/?item_type=news_site", ["The Gazette"]),
    ],
)
def test_a_list_shows_what_fits_the_filters(client: Client, path: str, expected: list[str]) -> None:
    assert listed(client, path) == expected


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/documents/", "The Letters (1)"),
        ("/documents/", "E, unreliable (1)"),
        ("/documents/", "Russian (1)"),
        ("/documents/", "newspaper article (2)"),
        ("/claims/", "5, improbable (1)"),
        ("/claims/", "opinion or prediction: not checkable (1)"),
        ("/claims/", "Beta (1)"),
        ("/claims/", "“Ü” & sea (1)"),
        ("/sources/", "archive or library (1)"),
    ],
)
def test_a_choice_is_in_words_with_its_count(client: Client, path: str, words: str) -> None:
    options = [option.said for option in parse(client.get(path).text).all("option")]
    assert words in options


@pytest.mark.parametrize(
    "query",
    ["reliability=Z", "language=xx", "source=nothing", "item_type=%00", "sort=sideways"],
)
def test_a_filter_that_is_not_known_is_said_and_left_out(client: Client, query: str) -> None:
    answer = client.get(f"/documents/?{query}")
    page = parse(answer.text)
    assert answer.status_code == 200
    assert len(titles(page)) == 3
    assert "Select a valid choice" in page.one(class_="field-error").said
    assert "they were left out" in page.one(class_="caution").said


def test_filters_that_fit_nothing_help_on(client: Client) -> None:
    page = parse(client.get("/documents/?source=letters&language=ru").text)
    assert titles(page) == []
    assert "Nothing published fits all of these filters" in page.said
    (link,) = [a for a in page.all("a") if a.said == "see the whole list"]
    assert link.attributes["href"] == "/documents/"


def test_the_form_remembers_what_was_chosen(client: Client) -> None:
    page = parse(client.get("/documents/?language=ru").text)
    chosen = [option.attributes["value"] for option in page.all("option", selected="")]
    assert "ru" in chosen


def test_a_list_is_paged_and_keeps_its_filters(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PER_PAGE", 1)
    page = parse(client.get("/documents/?language=en").text)
    assert titles(page) == ["Alpha"]
    assert "2 documents, page 1 of 2" in page.said
    assert page.one("a", rel="next").attributes["href"] == "/documents/?language=en&page=2"
    assert listed(client, "/documents/?language=en&page=2") == ["Gamma"]


@pytest.mark.parametrize("number", ["0", "-1", "99", "two", ""])
def test_a_page_that_is_not_there_is_another_one(client: Client, number: str) -> None:
    assert client.get(f"/documents/?page={number}").status_code == 200


def test_the_front_page_counts_and_shows_the_newest(client: Client) -> None:
    page = parse(client.get("/").text)
    assert page.one("dl").said.startswith("Documents3 Claims marked3 Claims assessed3")
    assert [heading.said for heading in page.all("h3")][:3] == ["Alpha", "Beta", "Gamma"]
