"""Comments in the margin of a received file become notes in the transaction that brings it in."""

from datetime import UTC, datetime

import pytest

from annotations.actions.ingest import ingest_item
from annotations.models import Annotation, AnnotationKind
from archive.ingest import Item, parse
from tests import factories
from tests.archive.ingest.docx_files import docx, p, run

pytestmark = pytest.mark.django_db


def commented(words: str, author: str, said: str) -> bytes:
    marked = f'<w:commentRangeStart w:id="1"/>{run(words)}<w:commentRangeEnd w:id="1"/>'
    comment = f'<w:comment w:id="1" w:author="{author}" w:date="2024-03-01T10:00:00Z">'
    return docx(p(run("We e") + marked + run(" out.")), comments=f"{comment}{p(said)}</w:comment>")


def brought_in(data: bytes) -> Annotation:
    item = Item("walk.docx", data, parse(data))
    ingest_item(
        item=item, by=factories.user("edith"), at=datetime(2026, 1, 2, tzinfo=UTC), title="Walk"
    )
    return Annotation.objects.get()


def test_a_comment_of_the_file_becomes_a_note_that_names_its_author_and_day() -> None:
    note = brought_in(commented(" walked", "Ann Lee", "How far?"))
    assert (note.kind, note.body) == (AnnotationKind.NOTE, "Ann Lee, 2024-03-01: How far?")
    text = note.rendition.text
    assert text[note.start : note.end] == "walked"
    assert note.rendition.remarks == [
        {
            "start": note.start,
            "end": note.end,
            "author": "Ann Lee",
            "posted_at": "2024-03-01T10:00:00+00:00",
            "text": "How far?",
        }
    ]


def test_a_comment_without_an_author_has_its_day_alone() -> None:
    note = brought_in(commented(" walked", "", "How far?"))
    assert note.body == "2024-03-01: How far?"


def test_a_comment_that_begins_within_a_character_takes_in_the_whole_of_it() -> None:
    note = brought_in(commented("\u0301 x", "Ann", "An accent."))
    assert note.rendition.text[note.start : note.end] == "e\u0301 x"
