"""The gate reads every string of a payload, and passes over quotations of other documents."""

from typing import Any

import pytest

from annotations.actions.publish import preview
from annotations.composing.gate import refusals
from annotations.composing.words import Withheld
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
