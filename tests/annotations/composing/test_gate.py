"""The gate reads every string of a payload, and passes over quotations of other documents."""

from typing import Any

import pytest

from annotations.actions.publish import Blocked, preview, publish
from annotations.composing.gate import refusals
from annotations.composing.words import Withheld
from annotations.models import Claim
from archive.models import Edition, Rendition
from tests import factories
from tests.annotations.composing import scenes

WORDS = Withheld(["zorgblat"])
RUN = {"text": "zorg", "annotations": [], "mark": ""}
NOTE = {"id": "n1", "markdown": "zorgblat"}
CUT = {"number": 3, "runs": [RUN, RUN | {"text": "blat"}]}
PLACES = [
    ("a field", {"title": "Of zorgblat"}, ["title"]),
    ("a field of a part", {"source": {"name": "zorgblat"}}, ["source.name"]),
    ("a member of a list, by its id", {"notes": [NOTE]}, ["notes[n1].markdown"]),
    ("a word cut into runs", {"blocks": [CUT]}, ["blocks[3].runs"]),
    ("a plain list", {"authors": ["A", "zorgblat"]}, ["authors[1]"]),
    ("nothing", {"title": "Of other things"}, []),
]


@pytest.mark.parametrize(("_", "payload", "found"), PLACES, ids=[row[0] for row in PLACES])
def test_a_refusal_names_the_place_and_not_the_words(
    _: str, payload: dict[str, Any], found: list[str]
) -> None:
    sentences = [f"{place} repeats words that are withheld." for place in found]
    assert refusals(payload, WORDS) == sentences


@pytest.mark.parametrize(("document", "passes"), [("other", True), ("own", False)])
def test_words_quoted_from_another_document_are_that_document_s(
    document: str, passes: bool
) -> None:
    place = {"document": document, "exact": "zorgblat", "before": "", "after": ""}
    assert (refusals({"place": place}, WORDS, "own") == []) is passes


@pytest.mark.django_db
def test_an_undecided_handle_that_is_a_common_word_stops_no_other_document() -> None:
    war = factories.rendition("A text of peace.", [("War", "Nothing of note.")], slug="peace")
    other = factories.rendition("The second opium war began in 1856.", slug="opium")
    claim = scenes.claim("begun", "It began in 1856.")
    scenes.makes(war, "text of peace", claim)
    scenes.bears(other, "second opium war", claim)
    scenes.makes(other, "began in 1856", scenes.claim("opium-war", "The second opium war began."))
    documents = [war.capture.document, other.capture.document]
    assert preview(documents=documents, by=factories.publisher()).blocks == []


HATE = "zorg blat quux frob nitz"


def scene(note: str = "", handle: str = "zorgblat") -> tuple[Rendition, Rendition]:
    """A published document that withholds a comment, and another that quotes its article."""
    quoted = factories.rendition("A text of peace.", [(handle, HATE)], slug="peace")
    scenes.decided(quoted, 1, "withhold")
    scenes.decided(quoted, 1, "withhold", part="handle")
    release(quoted)
    other = factories.rendition("Somebody wrote against the war.", slug="answer")
    claim = scenes.claim("against")
    scenes.makes(other, "wrote against", claim)
    scenes.bears(quoted, "text of peace", claim, "refutes")
    if note:
        scenes.mark(other, "Somebody", body=note)
    return quoted, other


def release(*texts: Rendition) -> list[Edition]:
    documents = [text.capture.document for text in texts]
    return publish(
        documents=documents, by=factories.publisher(), reason="Published.", accept_warnings=True
    )


SAID = {
    "four words of the comment": "He says: blat quux frob nitz.",
    "the handle": "Compare zorgblat.",
}


@pytest.mark.django_db
@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_note_may_not_say_what_a_document_withholds_that_is_quoted(said: str) -> None:
    _, other = scene(said)
    with pytest.raises(Blocked, match="markdown repeats words that are withheld"):
        release(other)


@pytest.mark.django_db
@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_claim_may_not_say_what_a_document_withholds_that_is_quoted(said: str) -> None:
    _, other = scene()
    Claim.objects.filter(slug="against").update(speaker=said)
    with pytest.raises(Blocked, match=r"claim\.speaker repeats words that are withheld"):
        release(other)


@pytest.mark.django_db
@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_publisher_s_page_may_not_say_what_its_document_withholds(said: str) -> None:
    source = factories.source(description=said)
    text = factories.rendition("A text.", [("zorgblat", HATE)], source=source)
    with pytest.raises(Blocked, match="description repeats words that are withheld"):
        release(text)


@pytest.mark.django_db
def test_a_handle_that_the_document_s_own_article_says_stops_no_note_of_it() -> None:
    _, other = scene("It is about the war.", handle="War")
    assert release(other)
