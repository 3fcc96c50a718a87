"""A renamed address leads on, one withheld for its words is gone and named nowhere."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from annotations.actions.renaming import withhold_address
from annotations.actions.withdraw import withdraw
from archive.actions.documents import rename
from archive.models import Document
from tests import factories
from tests.leaks import removed
from tests.leaks.crawling import Crawl
from tests.leaks.generated import Archive, borne_out, case, claimed, kept, released, written
from tests.leaks.searching import Judge, files, leaks, leaks_in

BELOW = ["", "provenance/", "editions/", "editions/1/", "editions/1/payload.json"]


def published(archive: Archive) -> tuple[Document, str]:
    """A document whose address says a token, quoted by a second one."""
    slug = f"of-{archive.writer.token()}"
    text = written(archive, slug, [("", "")], title="A plain title")
    kept(text)
    other = written(archive, "answer", [])
    claim = claimed(other, other.text.split("\n")[0], "an-answer", "There is an answer.")
    borne_out(claim, text, text.text.split("\n")[1], "refutes")
    released(text, other)
    return text.capture.document, slug


@pytest.mark.parametrize("withdrawn", [False, True])
def test_an_address_withheld_for_its_words_is_named_nowhere(
    archive: Archive, tmp_path: Path, withdrawn: bool
) -> None:
    document, slug = published(archive)
    by = factories.publisher()
    made = withhold_address(document=document, expected=document.version, slug="plain", by=by)
    assert len(made) == 3
    document.refresh_from_db()
    if withdrawn:
        withdraw(document=document, by=by, reason="The owner asked.")
    judge = Judge(removed.of_documents(), ("plain",))
    assert slug.removeprefix("of-") in judge.withheld.tokens
    words = [slug, slug.removeprefix("of-")]
    # The crawl may know the addresses that there were: they say nothing of themselves.
    crawl = Crawl(Client(), words, brief=True)
    found = [line for line in leaks(crawl, judge) if f"/documents/{slug}/" not in line]
    assert found == []
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    assert [*leaks_in(files(folder), judge)] == []


@pytest.mark.parametrize("path", BELOW)
@pytest.mark.parametrize("method", ["get", "head"])
def test_an_address_withheld_for_its_words_answers_410_to_whoever_had_it(
    archive: Archive, path: str, method: str
) -> None:
    document, slug = published(archive)
    client, address = Client(), f"/documents/{slug}/{path}"
    etag = client.get(address).headers["ETag"]
    by = factories.publisher()
    withhold_address(document=document, expected=document.version, slug="plain", by=by)
    for headers in ({}, {"If-None-Match": etag}):
        answer = getattr(client, method)(address, headers=headers)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
        assert slug not in answer.content.decode()
        assert slug not in str(answer.headers)


@pytest.mark.parametrize("path", BELOW)
def test_a_renamed_address_leads_on_and_shows_nothing_withheld(archive: Archive, path: str) -> None:
    document, slug = published(archive)
    row = case(archive.texts[slug], 1)
    assert row.outcome == "keep"
    by = factories.editor()
    rename(document=document, expected=document.version, slug="plain", by=by)
    answer = Client().get(f"/documents/{slug}/{path}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/documents/plain/{path}")
    assert [*leaks(Crawl(Client(), brief=True), Judge(removed.of_documents()))] == []
