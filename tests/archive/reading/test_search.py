"""Search: all words, in any case, in what the open editions show."""

import json
from typing import Any

import pytest
from django.test import Client

from archive.reading import searching
from archive.reading.search import snippets, terms
from tests.archive.reading import editions, payloads
from tests.archive.reading.pages import parse

pytestmark = pytest.mark.django_db


def publish(slug: str, text: str, **values: Any) -> None:
    blocks = [payloads.block(1, payloads.run(text))]
    editions.publish(payloads.document(slug, slug.capitalize(), blocks=blocks, **values))


def found(client: Client, query: str) -> list[str]:
    page = parse(client.get("/search/", {"q": query}).text)
    return [heading.said for heading in page.all("h3")]


@pytest.mark.parametrize(
    ("case", "query", "expected"),
    [
        ("one word", "harbour", ["Alpha"]),
        ("another case", "HARBOUR", ["Alpha"]),
        ("letters beyond ASCII, in another case", "АЙГУНЬ état", ["Beta"]),
        ("every word must occur", "harbour état", []),
        ("in any order", "river harbour", ["Alpha"]),
        ("words in quotation marks belong together", '"the harbour"', ["Alpha"]),
        ("and are not found apart", '"harbour the"', []),
        ("nothing in a word is a pattern", "h.rbour", []),
        ("nor a wildcard", "h%r", []),
        ("an unfinished quotation is a word", '"harbour', ["Alpha"]),
        ("a lone bracket harms nothing", "([{*+?", []),
        ("the title counts", "beta", ["Beta"]),
    ],
)
def test_search_finds_what_holds_every_word(
    client: Client, case: str, query: str, expected: list[str]
) -> None:
    publish("alpha", "The harbour lies on the river.")
    publish("beta", "Айгунь, l’État, the river.")
    assert found(client, query) == expected


def test_what_has_the_words_in_its_title_comes_first(client: Client) -> None:
    publish("aaa", "Here the treaty is named.")
    publish("treaty", "Other words.")
    assert found(client, "treaty")[0] == "Treaty"


@pytest.mark.parametrize("query", ["", "   ", '""', "\x00"])
def test_a_query_without_a_word_finds_nothing_and_explains(client: Client, query: str) -> None:
    publish("alpha", "Words.")
    answer = client.get("/search/", {"q": query})
    assert answer.status_code == 200
    assert "Search finds what the published editions show" in answer.text


def test_a_query_that_finds_nothing_helps_on(client: Client) -> None:
    answer = client.get("/search/", {"q": "absent"})
    assert "Nothing found for “absent”" in parse(answer.text).said
    assert "Every word has to occur" in answer.text


def test_the_query_is_shown_and_never_markup(client: Client) -> None:
    query = '"><script>alert(1)</script>'
    page = parse(client.get("/search/", {"q": query}).text)
    assert page.one(id="q").attributes["value"] == query
    assert len(page.all("script")) == 1


def test_a_snippet_marks_the_words_and_is_never_markup(client: Client) -> None:
    publish("alpha", "Before <b>bold</b> the Harbour & the river.")
    snippet = parse(client.get("/search/", {"q": "harbour"}).text).one(class_="snippet")
    assert snippet.one("mark").text == "Harbour"
    assert "<b>bold</b>" in snippet.text
    assert snippet.all("b") == []


def test_collapsed_and_withheld_comments_are_not_found(client: Client) -> None:
    rows = [
        payloads.comment(1, "open words"),
        payloads.comment(2, "folded words", status="collapsed"),
        payloads.comment(3, status="withheld", notice="hidden words"),
    ]
    publish("alpha", "Text.", comments=payloads.comments(*rows))
    assert found(client, "open") == ["Alpha"]
    assert found(client, "folded") == []
    assert found(client, "hidden") == []


def test_results_are_counted_by_kind_and_narrowed_to_one(client: Client) -> None:
    publish("alpha", "The left bank.")
    editions.publish(payloads.claim_page())
    page = parse(client.get("/search/?q=left").text)
    assert "2 results" in page.said
    assert page.one(class_="facets").said == "everything (2) documents (1) claims (1)"
    narrowed = parse(client.get("/search/?q=left&kind=claim").text)
    assert [heading.said for heading in narrowed.all("h3")] == [
        "The treaty gave the left bank to the north."
    ]


def test_a_kind_that_is_not_known_is_said(client: Client) -> None:
    publish("alpha", "The left bank.")
    page = parse(client.get("/search/?q=left&kind=comments").text)
    assert "nothing of the kind “comments”" in page.said
    assert len(page.all("h3")) == 1


def test_results_are_paged(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "PER_PAGE", 1)
    publish("alpha", "Words.")
    publish("beta", "Words.")
    page = parse(client.get("/search/?q=words").text)
    assert page.one("a", rel="next").attributes["href"] == "/search/?q=words&page=2"
    assert found(client, "words") != []


def test_a_very_long_query_is_cut(client: Client) -> None:
    assert client.get("/search/", {"q": "word " * 5000}).status_code == 200


def test_suggestions_are_titles_alone(client: Client) -> None:
    publish("alpha", "The harbour.")
    answer = client.get("/search/suggest/?q=alp")
    assert answer["Content-Type"] == "application/x-suggestions+json"
    assert json.loads(answer.content) == [
        "alp",
        ["Alpha"],
        ["document"],
        ["http://127.0.0.1:8000/documents/alpha/"],
    ]
    assert json.loads(client.get("/search/suggest/?q=harbour").content)[1] == []
    assert json.loads(client.get("/search/suggest/").content)[1] == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("one two", ["one", "two"]),
        ("one one", ["one"]),
        ('a "b c" d', ["a", "b c", "d"]),
        ('"" " "', []),
        ("one\x00two", ["onetwo"]),
    ],
)
def test_a_query_is_taken_apart(query: str, words: list[str]) -> None:
    assert terms(query) == words


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("short and whole", ["and"], ["short |and| whole"]),
        ("x" * 200 + " hit " + "y" * 200, ["hit"], ["… |hit| …"]),
        (
            "hit" + " far" * 100 + " hit",
            ["hit"],
            ["|hit|" + " far" * 22 + " …", "… " + "far " * 22 + "|hit|"],
        ),
        ("nothing here", ["absent"], []),
        ("hithit", ["hit"], ["|hit||hit|"]),
    ],
)
def test_a_snippet_is_some_whole_words_around_a_hit(
    text: str, words: list[str], expected: list[str]
) -> None:
    drawn = [
        "".join(f"|{piece.text}|" if piece.hit else piece.text for piece in snippet)
        for snippet in snippets(text, words)
    ]
    assert drawn == expected
