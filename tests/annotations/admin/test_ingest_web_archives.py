"""A web archive brought in through the admin."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from archive.models import Capture, Document
from tests import factories
from tests.annotations.admin.test_ingest import file, look, proposed
from tests.archive.ingest.warc.crawls import ADDRESS, PAGE, Crawl, sha1

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client, tmp_path: Path, settings: Any) -> Client:
    settings.DATA_DIR = tmp_path / "data"
    client.force_login(factories.editor())
    return client


def test_a_page_of_two_times_becomes_one_document_with_two_captures(editor: Client) -> None:
    crawl = Crawl().add().add(PAGE + b"<p>More.</p>", date="2023-01-01T00:00:00Z")
    address, page = look(editor, file(crawl.data, "a.warc"))
    text = page.content.decode()
    assert "a.warc, response, HTTP 200, text/html; charset=utf-8; digest passed" in text
    assert text.count("The same page stands above") == 1
    assert "Records in the web archive: 2 (response 2); addresses: 1." in text
    editor.post(address, proposed(page))
    captures = Capture.objects.order_by("captured_at")
    assert {each.document for each in captures} == {Document.objects.get()}
    assert [each.captured_at and each.captured_at.year for each in captures] == [2022, 2023]
    assert {each.url for each in captures} == {ADDRESS}


def test_a_digest_that_fails_is_told_before_anything_is_kept(editor: Client) -> None:
    crawl = Crawl().add(headers={"WARC-Payload-Digest": sha1(b"other")})
    _, page = look(editor, file(crawl.data, "a.warc"))
    assert "Its digest is another" in page.content.decode()
    assert not Document.objects.exists()


def test_what_a_cut_file_holds_is_offered_and_where_it_ends_is_told(editor: Client) -> None:
    crawl = Crawl().add().add()
    _, page = look(editor, file(crawl.data[:-80], "a.warc"))
    assert [bool(sheet.form) for sheet in page.context["sheets"]] == [True, False]
    assert f"inside the record that begins at byte {crawl.offsets[1]}" in page.content.decode()
