"""The index is in step with the documents, whatever is done to them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from archive.actions.deaccession import deaccession
from archive.actions.derive import derive
from archive.actions.documents import describe, rename
from archive.actions.ingest import ingest
from archive.checks import staff_index_stands
from archive.models import Document
from archive.searching import port
from tests import factories
from tests.annotations.interchange import packages

pytestmark = pytest.mark.django_db


def document() -> Document:
    return factories.document("Old words.", slug="a-text", title="An old title")


def test_another_title_replaces_the_old_one() -> None:
    changed = document()
    describe(document=changed, expected=1, by=factories.editor(), title="A fresh name")
    assert port.search("fresh") == [changed.pk]
    assert port.search('"old title"') == []
    assert port.search("words") == [changed.pk]


def test_authors_beyond_ascii_are_found() -> None:
    changed = document()
    describe(document=changed, expected=1, by=factories.editor(), authors=["Николай Муравьёв"])
    assert port.search("муравьёв") == [changed.pk]


def test_another_address_replaces_the_old_one() -> None:
    changed = document()
    rename(document=changed, expected=1, slug="quite-other", by=factories.editor())
    assert port.search("quite-other") == [changed.pk]
    assert port.search("a-text") == []


def test_a_corrected_text_replaces_the_old_one() -> None:
    changed = document()
    capture = changed.captures.get()
    text = capture.renditions.get()
    derive(
        capture, factories.parsed("Mended."), by=factories.editor(), at=text.made_at, corrects=text
    )
    assert port.search("mended") == [changed.pk]
    assert port.search("words") == []


def test_another_capture_of_a_document_replaces_its_text_and_adds_its_address() -> None:
    changed = document()
    ingest(
        data=b"Later.",
        parsed=factories.parsed("Later."),
        by=factories.editor(),
        title="",
        document=changed,
        url="https://mirror.example/",
    )
    assert port.search("later") == port.search("mirror.example") == [changed.pk]
    assert port.search("words") == []


def test_indexing_again_leaves_one_entry() -> None:
    changed = document()
    for _ in range(3):
        port.refresh(Document.objects.all())
    assert port.search("words") == [changed.pk]


def test_what_is_forgotten_is_found_no_more() -> None:
    changed = document()
    port.forget([changed.pk, changed.pk + 1])
    assert port.search("words") == []


def test_what_is_undone_was_never_indexed() -> None:
    changed = document()
    with transaction.atomic():
        describe(document=changed, expected=1, by=factories.editor(), title="A fresh name")
        transaction.set_rollback(True)
    assert port.search("fresh") == []
    assert port.search('"old title"') == [changed.pk]


def test_what_is_taken_out_is_found_no_more_whatever_is_done() -> None:
    gone = document()
    deaccession(document=gone, by=factories.editor(), reason="A mistake.")
    assert port.search("words") == []
    port.refresh(Document.objects.all())
    assert port.rebuild() == 0
    assert port.search("words") == []


def test_reindex_brings_in_what_came_past_the_index_and_drops_what_is_gone() -> None:
    changed = document()
    port.forget([changed.pk])
    port.put([port.Entry(changed.pk + 1, "a ghost", "words")])
    told = StringIO()
    call_command("reindex", stdout=told)
    assert told.getvalue() == "1 documents indexed.\n"
    assert port.search("words") == [changed.pk]


def test_a_missing_index_is_told_and_made_by_migrating() -> None:
    changed = document()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {port.TABLE}")
    assert [error.id for error in staff_index_stands(["default"])] == ["archive.E002"]
    call_command("migrate", verbosity=0, skip_checks=True)
    assert staff_index_stands(["default"]) == []
    assert port.search("words") == [changed.pk]


@pytest.mark.django_db(transaction=True)
def test_an_archive_that_was_emptied_takes_its_index_along() -> None:
    factories.rendition("Words of the harbour.", slug="harbour")
    packages.empty_database()
    factories.rendition("Words of the ferry.", slug="ferry")
    assert port.search("harbour") == []
    assert len(port.search("ferry")) == 1
