"""A document's page: the text with its highlights, the notes beside it, the comments as decided."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from archive.reading.faces import face
from tests.archive.reading import editions, everything, payloads
from tests.archive.reading.pages import Element, parse

pytestmark = pytest.mark.django_db


def page(client: Client, **values: Any) -> Element:
    editions.publish(payloads.document(**values))
    return parse(client.get("/documents/treaty/").text)


@pytest.fixture
def full(client: Client) -> Element:
    """The page that shows one of everything."""
    everything.published_archive()
    return parse(client.get("/documents/treaty/").text)


# --- The text -------------------------------------------------------------------------------


def test_a_passage_holds_the_words_of_the_edition_and_nothing_else(full: Element) -> None:
    (words,) = full.one(id="p5").all(class_="words")
    assert words.text == (
        "In that year it was agreed that the left bank belongs to the north, as had been asked."
        "[2] Some doubt it.[citation needed]"
    )


def test_every_passage_has_the_address_of_its_number(full: Element) -> None:
    text = full.one(id="text")
    numbers = [element.attributes["id"] for element in text.walk() if "id" in element.attributes]
    passages = [name for name in numbers if name.startswith("p")]
    assert passages == [f"p{number}" for number in range(1, 12)]


def test_ids_are_given_once(full: Element) -> None:
    names = [element.attributes["id"] for element in full.walk() if "id" in element.attributes]
    assert sorted(names) == sorted(set(names))


def test_every_link_within_the_page_leads_somewhere(full: Element) -> None:
    names = {element.attributes.get("id") for element in full.walk()}
    fragments = {link.attributes["href"] for link in full.all("a")}
    assert {link[1:] for link in fragments if link.startswith("#")} <= names


def test_overlapping_highlights_name_all_their_notes(full: Element) -> None:
    marks = full.one(id="p5").all("mark")
    assert [(mark.attributes["data-annotation"], mark.text) for mark in marks] == [
        ("aclaim0001", "the left bank "),
        ("aclaim0001 anote00001", "belongs to the north"),
        ("anote00001", ", as had been asked."),
    ]
    assert "several" in marks[1].words("class")


def test_the_number_of_a_note_stands_after_its_last_words_and_leads_there_and_back(
    full: Element,
) -> None:
    number = full.one(id="r-aclaim0001")
    assert number.attributes["href"] == "#n-aclaim0001"
    assert number.attributes["aria-label"] == "note 1"
    words = full.one(id="p5").one(class_="words").children
    before = words[words.index(number) - 1]
    assert isinstance(before, Element)
    assert before.text == "belongs to the north"
    back = full.one(id="n-aclaim0001").one(class_="note-back")
    assert back.attributes["href"] == "#r-aclaim0001"


def test_the_text_says_its_language_and_each_passage_finds_its_direction(client: Client) -> None:
    found = page(client, language="ar", blocks=[payloads.block(1, payloads.run("كلمة"))])
    assert found.one(id="text").attributes["lang"] == "ar"
    assert found.one(id="p1").one(class_="words").attributes["dir"] == "auto"


def test_what_a_document_says_is_never_markup(client: Client) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
    found = page(
        client,
        title=evil,
        abstract=evil,
        authors=[evil],
        blocks=[payloads.block(1, payloads.run(evil, "aclaim0001"))],
        notes=[payloads.claim_note(statement=evil)],
        comments=payloads.comments(payloads.comment(1, evil, author=evil)),
        source=payloads.source(name=evil, rating=payloads.rating(grounds=evil)),
    )
    assert found.one(id="p1").one(class_="words").text == evil
    assert found.all("img") == []
    assert [script.attributes["src"] for script in found.all("script")] == [
        "/static/archive/reading.js"
    ]


@pytest.mark.parametrize(
    ("case", "levels", "expected"),
    [
        ("as deep as the text, from 3 down", [2, 3, 3, 2], ["h3", "h4", "h4", "h3"]),
        ("a level left out leaves no gap", [2, 5, 6], ["h3", "h4", "h5"]),
        ("a text that starts deep starts at 3 all the same", [4, 2], ["h3", "h3"]),
        ("no deeper than HTML goes", [1, 2, 3, 4, 5], ["h3", "h4", "h5", "h6", "h6"]),
        ("a heading of unknown level is one of the first", [None, 2], ["h3", "h4"]),
    ],
)
def test_headings_make_an_outline(
    client: Client, case: str, levels: list[int | None], expected: list[str]
) -> None:
    blocks = [
        payloads.block(number, payloads.run("Heading"), kind="heading", level=level)
        for number, level in enumerate(levels, start=1)
    ]
    text = page(client, blocks=blocks).one(id="text")
    found = [element.tag for element in text.walk() if element.tag in ("h3", "h4", "h5", "h6")]
    assert found == expected


def test_a_lacuna_and_a_redaction_are_named_for_who_cannot_see_them(full: Element) -> None:
    assert full.one(id="p9").one(class_="lacuna").attributes["aria-label"].startswith("lacuna")
    assert full.one(id="c-5").one(class_="redacted").attributes["aria-label"] == "words removed"


# --- Notes ----------------------------------------------------------------------------------


def test_a_claim_is_weighed_in_words_beside_the_digit(full: Element) -> None:
    note = full.one(id="n-aclaim0001")
    assert "Credibility 2 probably true · supported" in note.said
    assert "the text asserts it" in note.said
    assert "The treaty’s own first article says so." in note.said


def test_evidence_stands_for_against_and_qualifying(full: Element) -> None:
    note = full.one(id="n-aclaim0001")
    assert [heading.said for heading in note.all("p", class_="relation")] == [
        "For",
        "Against",
        "Qualifying",
    ]
    assert "A. Writer, A History of the River (1901), p. 12" in note.said
    assert "Outside work: not consulted" in note.said
    assert "Same platform: not independent" in note.said


def test_quoted_evidence_stands_in_its_context_and_leads_to_its_passage(full: Element) -> None:
    note = full.one(id="n-aclaim0001")
    assert "it was agreed that the left bank belongs to the north" in note.all("blockquote")[0].said
    links = [link.attributes["href"] for link in note.all("a")]
    assert "/documents/treaty/editions/1/#p2" in links


def test_an_opinion_has_no_digit(client: Client) -> None:
    weighed = payloads.assessment(
        credibility=None, label="", verdict_label="opinion or prediction: not checkable"
    )
    found = page(client, notes=[payloads.claim_note(assessment=weighed)])
    assert "Credibility" not in found.one(id="n-aclaim0001").said
    assert "not checkable" in found.one(id="n-aclaim0001").said


def test_a_claim_that_nobody_weighed_says_so(client: Client) -> None:
    found = page(client, notes=[payloads.claim_note(assessment=None)])
    assert "not assessed yet" in found.one(id="n-aclaim0001").said


def test_evidence_that_no_edition_shows_is_counted(client: Client) -> None:
    found = page(client, notes=[payloads.claim_note(evidence_left_out=2)])
    assert "2 more pieces of evidence are left out" in found.one(id="n-aclaim0001").said


def test_a_note_whose_words_are_gone_stays_with_its_passage(client: Client) -> None:
    found = page(client, notes=[payloads.note("anote00001", 1)], notes_left_out=1)
    assert found.one(class_="note-back").attributes["href"] == "#p1"
    assert "1 note is left out" in found.said


def test_a_note_to_a_comment_stands_below_that_comment(client: Client) -> None:
    part = payloads.comment(1, runs=[payloads.run("A claim", "aclaim0001")])
    found = page(client, notes=[payloads.claim_note(passage=0)], comments=payloads.comments(part))
    assert found.one(id="c-1").one(id="n-aclaim0001")


def test_a_note_that_belongs_nowhere_is_still_shown(client: Client) -> None:
    found = page(client, notes=[payloads.note("anote00001", 0)])
    assert found.one(class_="further").one(id="n-anote00001")


def test_long_notes_run_beside_the_passages_that_follow(client: Client) -> None:
    blocks = [payloads.block(number, payloads.run("Words.")) for number in range(1, 5)]
    found = page(client, blocks=blocks, notes=[payloads.note("anote00001", 2)])
    groups = [
        [item.attributes["id"] for item in group.all("div", class_="passage")]
        for group in found.all("div", class_="group")
    ]
    assert groups == [["p1"], ["p2", "p3", "p4"]]


# --- The source and its rating ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "label", "words"),
    [
        ("A", "completely reliable", ""),
        ("C", "fairly reliable", ""),
        ("D", "not usually reliable", "Read with caution"),
        ("E", "unreliable", "Read with caution"),
        ("F", "reliability cannot be judged", "does not mean the worst"),
    ],
)
def test_a_rating_is_said_in_words_with_its_grounds(
    client: Client, value: str, label: str, words: str
) -> None:
    found = page(client, source=payloads.source(rating=payloads.rating(value, label)))
    rating = found.one(class_="rating")
    assert f"Reliability {value}: {label}" in rating.said
    assert words in rating.said
    assert ("Read with caution" in rating.said) is (value in "DE")
    assert "Checked against the printed treaties" in rating.one("details").said


def test_a_document_without_a_publisher_is_not_judged(client: Client) -> None:
    assert "names no publisher or platform" in page(client, source=None).said


# --- Comments -------------------------------------------------------------------------------


def test_each_comment_stands_with_its_number_and_status(full: Element) -> None:
    rows = [element for element in full.walk() if "data-comment" in element.attributes]
    assert [(row.attributes["data-comment"], row.attributes["data-status"]) for row in rows] == [
        ("1", "shown"),
        ("2", "withheld"),
        ("3", "shown"),
        ("4", "shown"),
        ("5", "redacted"),
        ("6", "collapsed"),
        ("7", "unreviewed"),
    ]
    assert [row.attributes["id"] for row in rows] == [f"c-{number}" for number in range(1, 8)]


def test_the_summary_counts_what_is_not_shown_and_why(full: Element) -> None:
    said = full.one(class_="comments-summary").said
    assert "The page stated 9 comments; 7 were captured." in said
    counts = full.one(class_="comments-summary").one("dl").said
    assert counts == "shown whole3 collapsed1 redacted1 withheld1 not reviewed1 names withheld2"
    assert "Rule 1, Threats: 1 comment withheld" in said
    rule = full.one(class_="grounds").all("a")[0]
    assert rule.attributes["href"] == "/about/moderation-rules/editions/1/#rule-1"


def test_a_page_that_stated_no_number_says_so(client: Client) -> None:
    section = payloads.comments(payloads.comment(1), stated=None)
    assert (
        "1 comment was captured; the page stated no number" in page(client, comments=section).said
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2", "Withheld: A threat. Rule 1, Threats"),
        ("3", "reply to a comment that is not shown (inferred from the layout)"),
        ("4", "reply to comment 1 (inferred from the layout)"),
        ("5", "Words removed. Rule 2.1, Insults"),
        ("6", "Collapsed: An insult. Rule 2.1, Insults"),
        ("7", "Not reviewed: nobody has decided yet"),
    ],
)
def test_what_is_not_shown_as_it_stood_says_why(full: Element, number: str, words: str) -> None:
    assert words in full.one(id=f"c-{number}").said


@pytest.mark.parametrize(
    ("author", "words"), [(None, "name withheld"), ("", "no name given"), ("rex", "rex")]
)
def test_a_name_is_shown_withheld_or_absent(client: Client, author: str | None, words: str) -> None:
    found = page(client, comments=payloads.comments(payloads.comment(1, author=author)))
    assert found.one(id="c-1").one(class_="handle").said == words


def test_a_collapsed_comment_opens_only_when_asked(full: Element) -> None:
    closed = full.one(id="c-6").one("details")
    assert "open" not in closed.attributes
    assert "I read it twice." in closed.said


def test_a_withheld_comment_has_no_body(full: Element) -> None:
    for number in (2, 7):
        assert full.one(id=f"c-{number}").all(class_="comment-body") == []


# --- What it is and how it is cited ------------------------------------------------------------


def test_the_page_gives_its_digest_a_command_and_a_citation(client: Client) -> None:
    edition = editions.publish(payloads.document())
    found = parse(client.get("/documents/treaty/").text).one(id="cite")
    address = "http://127.0.0.1:8000/documents/treaty/editions/1/"
    assert found.one(class_="digest").said == edition.sha256
    assert found.one(class_="command").said == f"curl -sS {address}payload.json | sha256sum"
    assert found.one(class_="citation").said == (
        "A. Author. “The treaty of the river”. The Gazette. September 2022. "
        f"Variorum, edition 1, 22 November 2026. {address} (SHA-256 {edition.sha256})."
    )


def test_provenance_says_what_is_not_known(client: Client) -> None:
    editions.publish(payloads.document())
    found = parse(client.get("/documents/treaty/provenance/").text).said
    assert "Attributed, not verified." in found
    assert "When and by whom is not known." in found
    assert "ab" * 32 in found


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/", "//example.org"])
def test_an_address_that_is_not_of_the_web_is_not_linked(client: Client, address: str) -> None:
    work = payloads.outside(work_url=address)
    origin = payloads.provenance(address=address, licence="CC0-1.0", licence_url=address)
    editions.publish(
        payloads.document(notes=[payloads.claim_note(evidence=[work])], provenance=origin)
    )
    for path in ("/documents/treaty/", "/documents/treaty/provenance/"):
        links = [link.attributes["href"] for link in parse(client.get(path).text).all("a")]
        assert address not in links


def test_a_preview_says_that_nothing_of_it_is_published() -> None:
    template, context = face(payloads.document())
    edition = {"subject": {"path": "/documents/treaty/"}, "edition_path": "/x/"}
    assert "Nothing of this is published" in render_to_string(
        template, {**context, **edition, "preview": True}
    )
    assert "Nothing of this is published" not in render_to_string(template, context | edition)
