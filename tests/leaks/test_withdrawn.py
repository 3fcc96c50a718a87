"""After a withdrawal nothing of the document is left, and its addresses are gone for good."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from annotations.actions.withdraw import withdraw
from tests import factories
from tests.leaks import removed
from tests.leaks.crawling import Crawl
from tests.leaks.generated import Archive
from tests.leaks.searching import Judge, files, leaks, leaks_in

OWN = [
    "/documents/harbour/",
    "/documents/harbour/provenance/",
    "/documents/harbour/editions/",
    "/documents/harbour/editions/1/",
    "/documents/harbour/editions/1/payload.json",
]


def taken_back(archive: Archive, name: str = "harbour", **more: Any) -> Any:
    document = archive.texts[name].capture.document
    return withdraw(
        document=document, by=factories.publisher(), reason="The owner asked for it.", **more
    )


def test_nothing_of_a_withdrawn_document_is_found(archive: Archive) -> None:
    text = archive.texts["harbour"]
    words = {*text.text.split(), *text.capture.document.title.split()}
    taken_back(archive)
    withheld = removed.of_documents()
    assert len(withheld.tokens) > 20
    crawl = Crawl(Client(), sorted(words), brief=True)
    assert [*leaks(crawl, Judge(withheld, removed.tombs()))] == []
    assert crawl.statuses[410] >= len(OWN)


def test_its_title_stands_on_the_tombstone_only_where_that_was_ticked(archive: Archive) -> None:
    title = archive.texts["harbour"].capture.document.title
    taken_back(archive, show_title=True)
    judge = Judge(removed.of_documents(), (*removed.tombs(), title))
    assert [*leaks(Crawl(Client(), brief=True), judge)] == []
    assert title in Client().get(OWN[0]).content.decode()


@pytest.mark.parametrize("path", OWN)
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("condition", ["", "its ETag", "*"])
def test_its_addresses_answer_410_to_whoever_has_it_already(
    archive: Archive, path: str, method: str, condition: str
) -> None:
    client = Client()
    etag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
    taken_back(archive)
    headers = {"If-None-Match": etag if condition == "its ETag" else condition}
    answer = getattr(client, method)(path, headers=headers if condition else {})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
    assert "ETag" not in answer.headers


def test_what_quoted_it_is_gone_under_its_old_number(archive: Archive) -> None:
    client = Client()
    old = "/claims/a-ferry-runs/editions/1/"
    etag = client.get(old).headers["ETag"]
    taken_back(archive)
    answer = client.get(old, headers={"If-None-Match": etag})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")


def test_the_public_export_forgets_it(archive: Archive, tmp_path: Any) -> None:
    taken_back(archive)
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    assert [*leaks_in(files(folder), Judge(removed.of_documents(), removed.tombs()))] == []


def test_whoever_quotes_it_goes_on_without_it(archive: Archive) -> None:
    taken_back(archive, "quay")
    answer = Client().get("/documents/harbour/")
    assert answer.status_code == 200
    assert [
        *leaks(Crawl(Client(), brief=True), Judge(removed.of_documents(), removed.tombs()))
    ] == []
