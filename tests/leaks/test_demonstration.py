"""The demonstration archive shows nothing of what was decided to be removed from it.

The words are read from the originals by the decided ranges, and no message repeats one.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from annotations.actions.demonstration import bring_in
from annotations.actions.withdraw import withdraw
from archive.models import Document, Edition
from tests import factories
from tests.leaks import planting, removed
from tests.leaks.crawling import Crawl
from tests.leaks.decoding import spellings
from tests.leaks.searching import Judge, files, leaks, leaks_in, static_files
from tests.leaks.withheld import Withheld

LONG = os.environ.get("VARIORUM_LONG") == "1"
FOLDER = settings.BASE_DIR / "fixtures" / "demonstration"


@pytest.fixture(scope="module")
def brought_in(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded and published as the first command of a new archive does it."""
    if not FOLDER.is_dir():
        pytest.skip(f"the demonstration archive is absent: restore {FOLDER} from the repository")
    everything = transaction.atomic()
    with django_db_blocker.unblock():
        everything.__enter__()
        bring_in(FOLDER)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        everything.__exit__(None, None, None)


@pytest.fixture
def withheld(brought_in: None, db: None) -> Withheld:
    return removed.of_documents()


def words_of(texts: list[str]) -> list[str]:
    return [*dict.fromkeys(word for text in texts for word in spellings(text)[1])]


def test_something_is_withheld_and_something_is_shown(withheld: Withheld) -> None:
    assert len(withheld.runs) > 50
    assert Edition.objects.open().filter(kind="document").count() == 3


@pytest.mark.long
def test_the_crawl_finds_no_withheld_word(
    withheld: Withheld, said: pytest.LogCaptureFixture
) -> None:
    asked = words_of([piece.words for piece in withheld.pieces])
    ordinary = words_of(withheld.shown[-3:])[:20]
    crawl = Crawl(Client(), [*asked, *ordinary], brief=not LONG)
    assert [*leaks(crawl, Judge(withheld))] == []
    assert crawl.statuses[200] > 500
    heard = {*words_of([said.text])}
    assert not any(word in heard for word in asked if withheld.is_secret(word))


def test_a_reader_who_signed_in_is_shown_none_either(withheld: Withheld) -> None:
    client = Client()
    client.force_login(factories.reader())
    assert [*leaks(Crawl(client, brief=True), Judge(withheld))] == []


def test_files_hold_no_withheld_word(withheld: Withheld, tmp_path: Path) -> None:
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    assert [*leaks_in(files(folder), Judge(withheld))] == []
    assert [*leaks_in(static_files(), Judge(withheld))] == []


@pytest.mark.parametrize("number", range(8))
def test_a_withheld_piece_that_is_planted_is_found(withheld: Withheld, number: int) -> None:
    pieces = [piece for piece in withheld.pieces if withheld.found_in(piece.words)]
    assert len(pieces) >= 8
    piece = pieces[number]
    planting.in_a_note(piece.words)
    assert any(piece.name in line for line in leaks(Crawl(Client(), brief=True), Judge(withheld)))


def written(editions: Iterable[Edition]) -> list[str]:
    """What editors wrote of other things, which may share a common turn with any document."""
    fields = {"statement", "abstract", "work", "title", "definition", "variants", "label", "value"}

    def found(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (str(part) for key, part in value.items() if key in fields)
        parts = value.values() if isinstance(value, dict) else value
        for part in parts if isinstance(value, dict | list) else ():
            yield from found(part)

    # A list of editions is headed “Editions of” and the title.
    return [f"of {text}" for edition in editions for text in found(edition.content)]


@pytest.mark.parametrize("number", range(3))
def test_a_withdrawn_document_leaves_nothing_behind(withheld: Withheld, number: int) -> None:
    document = Document.objects.order_by("slug")[number]
    client, path = Client(), document.get_absolute_url()
    etag = client.get(path).headers["ETag"]
    withdraw(document=document, by=factories.publisher(), reason="The owner asked.")
    for headers in ({}, {"If-None-Match": etag}):
        for answer in (client.get(path, headers=headers), client.head(path, headers=headers)):
            assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
    judge = Judge(removed.of_documents(), removed.tombs())
    judge.withheld.shown += written(Edition.objects.open())
    assert document.title in {piece.words for piece in judge.withheld.pieces}
    assert judge.withheld.found_in(document.title)
    assert len(judge.withheld.runs) > len(withheld.runs)
    assert [*leaks(Crawl(client, brief=True), judge)] == []
