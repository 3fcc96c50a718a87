"""Deriving a text again from the bytes that came in."""

import gzip
import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from annotations.actions.correct import correct
from annotations.actions.ingest import ingest_item
from annotations.actions.rederive import rederive
from annotations.models import Annotation
from archive import storage
from archive.errors import Refused
from archive.ingest import Item, parse
from archive.models import Document, Rendition
from tests import factories
from tests.annotations.composing import scenes

pytestmark = pytest.mark.django_db

PAGE = (
    "<!doctype html><title>The lamp</title><article><h1>The lamp</h1>"
    "<p>It was lit at dusk, as it had been every evening of the year.</p></article>"
).encode("utf-16-le")


def kept(data: bytes, text: str, **fetched: str) -> Document:
    """A document whose text was derived otherwise than it would be today."""
    found = factories.parsed(text, format="html", extractor="variorum.html")
    item = Item("lamp.html", data, found, title="The lamp", fetched=dict(fetched))
    return ingest_item(item=item, by=factories.editor(), slug="lamp").document


def again(document: Document) -> Any:
    return rederive(document=document, by=factories.editor())


def test_what_comes_out_otherwise_is_a_new_text_of_the_same_capture() -> None:
    lamp = kept(b"\xff\xfe" + PAGE, "It was lit at dusk")
    done = again(lamp)
    assert done.rendition.number == 2
    assert done.rendition.capture == Rendition.objects.get(number=1).capture
    assert "every evening of the year" in done.rendition.text
    assert done.rendition.sections.filter(kind="title").count() == 1


def test_what_the_web_did_to_the_bytes_is_undone_again() -> None:
    packed = gzip.compress(PAGE, mtime=0)
    lamp = kept(packed, "?", content_type="text/html; charset=utf-16le", content_encoding="gzip")
    assert "It was lit at dusk" in again(lamp).rendition.text


def test_marks_go_on_where_their_words_stand() -> None:
    lamp = kept(b"\xff\xfe" + PAGE, "It was lit at dusk, as it had been every evening")
    mark = scenes.mark(Rendition.objects.get(), "as it had been")
    done = again(lamp)
    row = Annotation.objects.get(pk=mark.pk)
    assert row.rendition == done.rendition
    assert done.rendition.text[row.start : row.end] == "as it had been"


def test_a_second_run_writes_nothing() -> None:
    lamp = kept(b"\xff\xfe" + PAGE, "?")
    assert again(lamp).rendition is not None
    lamp.refresh_from_db()
    events = lamp.event_count
    assert again(lamp).rendition is None
    lamp.refresh_from_db()
    assert (Rendition.objects.count(), lamp.event_count) == (2, events)


def test_what_was_read_today_comes_out_the_same() -> None:
    data = b"\xff\xfe" + PAGE
    item = Item("lamp.html", data, parse(data, name="lamp.html"), title="The lamp")
    assert again(ingest_item(item=item, by=factories.editor()).document).rendition is None


def test_bytes_that_are_missing_or_not_read_any_more_are_said() -> None:
    lamp = kept(b"\x0b\x8f\x03", "?", content_encoding="br")
    with pytest.raises(Refused, match="not read any more"):
        again(lamp)
    storage.blobs().delete(storage.name_of(lamp.captures.get().blob.sha256))
    with pytest.raises(Refused, match="missing"):
        again(lamp)


def test_comments_of_another_file_are_not_lost() -> None:
    lamp = kept(b"\xff\xfe" + PAGE, "?")
    Document.objects.filter(pk=lamp.pk).update(metadata={"joined_comments": {}})
    lamp.refresh_from_db()
    with pytest.raises(Refused, match="another file"):
        again(lamp)


def test_the_command_tells_each_document_and_fails_for_one() -> None:
    kept(b"\xff\xfe" + PAGE, "?")
    corrected = factories.rendition("One passage.\n\nAnother.", slug="corrected")
    by = factories.editor()
    correct(rendition=corrected, kinds={1: "residue"}, by=by, reason="No text.")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 failed"):
        call_command("rederive", "lamp", "corrected", "--json", stdout=out, stderr=err)
    states = dict.fromkeys(["exact", "changed", "moved", "ambiguous", "orphan"], 0)
    assert json.loads(out.getvalue()) == {"lamp": {"text": 2, **states}}
    assert "corrected: Text 2 was corrected by hand" in err.getvalue()


@pytest.mark.parametrize("by", ["rita", "nobody"])
def test_who_may_not_bring_documents_in_derives_none(by: str) -> None:
    kept(b"\xff\xfe" + PAGE, "?")
    factories.reader()
    with pytest.raises(CommandError, match=by):
        call_command("rederive", "lamp", "--by", by)
    assert Rendition.objects.count() == 1


def test_nothing_is_begun_where_one_is_not_there() -> None:
    kept(b"\xff\xfe" + PAGE, "?")
    with pytest.raises(CommandError, match="nowhere"):
        call_command("rederive", "lamp", "nowhere")
    assert Rendition.objects.count() == 1
