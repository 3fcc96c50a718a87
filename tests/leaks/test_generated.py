"""No withheld word in anything public, whoever asks; and what is kept is there to be seen."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from archive.models import Document
from tests import factories
from tests.leaks import removed
from tests.leaks.crawling import Crawl
from tests.leaks.decoding import squashed
from tests.leaks.generated import Archive, tokens
from tests.leaks.searching import (
    Judge,
    files,
    leaks,
    leaks_in,
    static_files,
)
from tests.leaks.withheld import TOKEN

ORDINARY = ["ferry", "first rule", "gazette", "a", "1"]


def strictly() -> dict[str, Judge]:
    """A judge for the pages of each document: a handle kept elsewhere is no licence here."""
    return {
        row.get_absolute_url(): Judge(removed.of_documents([row])) for row in Document.objects.all()
    }


def test_no_withheld_word_is_in_anything_public(
    archive: Archive, said: pytest.LogCaptureFixture
) -> None:
    words = dict.fromkeys([*tokens(archive), *archive.comment("harbour", 2).split(), *ORDINARY])
    crawl = Crawl(Client(), words)
    assert [*leaks(crawl, Judge(removed.of_documents()), strictly())] == []
    assert crawl.statuses[200] > 500
    assert crawl.statuses[304] > 30
    assert not TOKEN.findall(said.text), "what a visitor asked for was logged"


def test_a_reader_who_signed_in_sees_no_withheld_word_either(archive: Archive) -> None:
    client = Client()
    client.force_login(factories.reader())
    crawl = Crawl(client, [*archive.handles.values(), *ORDINARY], brief=True)
    assert [*leaks(crawl, Judge(removed.of_documents()), strictly())] == []
    assert crawl.statuses[200] > 100


def test_what_is_kept_is_there_to_be_seen(archive: Archive) -> None:
    withheld = removed.of_documents()
    seen = squashed("".join(answer.text for answer in Crawl(Client(), brief=True)))
    kept = set(tokens(archive)) - set(withheld.tokens)
    assert len(kept) > 15
    assert [token for token in kept if token not in seen] == []


def test_the_public_export_holds_no_withheld_word(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    found = [*files(folder)]
    assert [*leaks_in(found, Judge(removed.of_documents()))] == []
    assert any(archive.comment("harbour", 1).encode() in body for _, body in found)


def test_the_static_files_hold_no_withheld_word(archive: Archive) -> None:
    found = [*static_files()]
    assert len(found) > 50
    assert [*leaks_in(found, Judge(removed.of_documents()))] == []
