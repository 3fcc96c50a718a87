"""What a saved page has around its text stays with the staff."""

import pytest
from django.test import Client

from annotations.actions.correct import correct
from annotations.actions.publish import Blocked, publish
from archive.actions.ingest import ingest
from archive.ingest import parse
from archive.models import Document, Edition, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

PAGE = b"""<!doctype html><title>The lamp</title>
<nav><a href="/">Tides of the harbour</a></nav>
<article><h1>The lamp</h1><p>It was lit at dusk, as it had been every evening. Nobody asked.</p>
<p>So it was, and so it stays, as long as there is oil, and somebody to pour it.</p></article>
<aside><h2>Latest comments</h2><ul><li><a href="/x">zorgblat</a> on The ferry</li></ul></aside>"""


@pytest.fixture
def lamp() -> Rendition:
    made = ingest(data=PAGE, parsed=parse(PAGE), by=factories.editor(), slug="lamp", title="Lamp")
    return made.rendition


def published() -> str:
    lamp = Document.objects.get(slug="lamp")
    publish(documents=[lamp], by=factories.publisher(), reason="So.", accept_warnings=True)
    return Edition.objects.filter(kind="document").latest("number").payload


def test_a_reader_sees_the_text_and_not_what_stands_around_it(lamp: Rendition) -> None:
    payload = published()
    page = Client().get("/documents/lamp/").content.decode()
    for words in ("Tides of the harbour", "Latest comments", "zorgblat"):
        assert words in lamp.text
        assert words not in payload + page
    assert "Nobody asked." in page


def test_an_author_who_answers_the_readers_is_still_named_as_author() -> None:
    said = [("Ada Finch", "Thank you."), ("zorgblat", "Of zorg."), ("Ada Finch", "Indeed.")]
    made = factories.rendition("It was lit at dusk.", said, slug="lamp")
    Document.objects.filter(slug="lamp").update(authors=["Ada Finch"])
    payload = published()
    assert '"authors":["Ada Finch"]' in payload
    assert payload.count("Ada Finch") == 1
    assert "zorgblat" not in payload
    assert made.comments.count() == 3


def test_a_handle_that_was_withheld_is_no_author_either() -> None:
    made = factories.rendition("It was lit at dusk.", [("zorgblat", "Of zorg.")], slug="lamp")
    Document.objects.filter(slug="lamp").update(authors=["zorgblat"])
    scenes.decided(made, 1, "withhold", part="handle")
    with pytest.raises(Blocked):
        published()


def test_a_note_on_what_is_not_shown_is_left_out_and_counted(lamp: Rendition) -> None:
    scenes.mark(lamp, "Tides of the harbour")
    scenes.mark(lamp, "Nobody asked.")
    assert '"notes_left_out":1' in published()


def test_what_an_editor_takes_for_residue_is_not_shown() -> None:
    text = factories.rendition("Tides of the harbour\n\nIt was lit at dusk.", slug="lamp")
    assert "Tides of the harbour" in published()
    correct(rendition=text, kinds={0: "residue"}, by=factories.editor(), reason="A menu.")
    payload = published()
    assert "Tides of the harbour" not in payload
    assert "It was lit at dusk." in payload


def test_what_an_editor_takes_for_text_is_shown(lamp: Rendition) -> None:
    correct(rendition=lamp, kinds={0: "paragraph"}, by=factories.editor(), reason="It is text.")
    payload = published()
    assert "Tides of the harbour" in payload
    assert "zorgblat" not in payload
