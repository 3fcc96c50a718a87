"""Web archives through `ingest`: what becomes of their records in the archive."""

import gzip
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from annotations.actions.publish import preview
from archive.actions.addresses import documents_at
from archive.actions.deaccession import deaccession
from archive.digests import sha256
from archive.models import Blob, Capture, Document, Event, Rendition
from tests import factories
from tests.annotations.test_ingest_command import rows, run
from tests.archive.ingest.warc.crawls import ADDRESS, PAGE, Crawl, sha1

pytestmark = pytest.mark.django_db

LATER, CHANGED = "2023-01-01T00:00:00Z", PAGE.replace(b"all day", b"all night")


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    made = Crawl(is_gzip=True).add().add(CHANGED, date=LATER).add(status="301 Moved")
    return made.revisit(sha1(CHANGED), date="2024-01-01T00:00:00Z").save(tmp_path / "a.warc.gz")


def test_one_address_at_several_times_is_one_document_with_as_many_captures(crawl: Path) -> None:
    run(crawl)
    document = Document.objects.get()
    assert document.title == "A walk"
    captures = Capture.objects.order_by("captured_at")
    assert [each.captured_at.year for each in captures if each.captured_at] == [2022, 2023, 2024]
    assert {each.url for each in captures} == {ADDRESS}
    assert [each.blob.sha256 for each in captures] == [
        sha256(PAGE),
        sha256(CHANGED),
        sha256(CHANGED),
    ]


def test_the_same_file_again_writes_nothing(crawl: Path) -> None:
    run(crawl)
    before = rows()
    out, _ = run(crawl)
    assert out.count("duplicate: ") == 3
    assert rows() == before


def test_what_is_left_out_is_told(crawl: Path) -> None:
    out, _ = run(crawl, dry_run=True)
    assert "Records in the web archive: 4 (response 3, revisit 1); addresses: 1." in out
    assert "Left out, since they are no documents: redirects 1." in out


def test_the_event_says_how_the_page_was_fetched(crawl: Path) -> None:
    run(crawl)
    detail = Event.objects.filter(event_type="ingestion").order_by("pk")[0].detail
    facts = {"web_archive": "a.warc.gz", "status": 200, "digest": "passed"}
    assert facts.items() <= detail.items()


def test_a_page_that_was_sent_compressed_is_kept_so_and_called_so(tmp_path: Path) -> None:
    made = Crawl().add(gzip.compress(PAGE, mtime=0), http={"Content-Encoding": "gzip"})
    run(made.save(tmp_path / "a.warc"))
    rendition = Rendition.objects.get()
    assert rendition.capture.blob.media_type == "application/gzip"
    assert rendition.text.startswith("A walk")
    told = "The original is compressed (gzip); the text is that of its content."
    assert rendition.warnings == [told]


def test_a_later_file_with_a_known_address_proposes_only(crawl: Path, tmp_path: Path) -> None:
    run(crawl)
    run(Crawl().add(b"<p>Another page by now.</p>", date=LATER).save(tmp_path / "b.warc"))
    assert Document.objects.count() == 2
    assert [*documents_at(ADDRESS)] == [*Document.objects.order_by("pk")]
    assert not documents_at("")


def test_what_was_taken_out_is_at_no_address(crawl: Path) -> None:
    run(crawl)
    deaccession(document=Document.objects.get(), by=factories.editor(), reason="By mistake.")
    assert not documents_at(ADDRESS)


def test_a_revisit_finds_what_an_earlier_ingest_brought_in(crawl: Path, tmp_path: Path) -> None:
    run(crawl)
    elsewhere = "https://example.net/copy"
    later = Crawl().revisit(sha1(PAGE), address=elsewhere, date=LATER)
    run(later.save(tmp_path / "b.warc"))
    capture = Capture.objects.get(url=elsewhere)
    assert capture.blob.sha256 == sha256(PAGE)
    assert capture.document == Document.objects.get()


def test_damaged_bytes_of_an_earlier_ingest_are_not_taken_for_it(
    crawl: Path, tmp_path: Path, blob_folder: Path
) -> None:
    run(crawl)
    for file in blob_folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    later = Crawl().revisit(sha1(PAGE), address="https://example.net/copy", date=LATER)
    with pytest.raises(CommandError, match="1 failed"):
        call_command("ingest", later.save(tmp_path / "b.warc"))


def test_a_digest_that_fails_is_an_event_and_forbids_to_publish(tmp_path: Path) -> None:
    wrong = Crawl().add(headers={"WARC-Payload-Digest": sha1(b"other")})
    run(wrong.save(tmp_path / "a.warc"))
    capture = Capture.objects.get()
    event = Event.objects.get(event_type="fixity check")
    assert (event.outcome, event.detail["algorithm"]) == ("fail", "sha1")
    assert event.detail["found"] != event.detail["expected"]
    assert event.objects_touched == [f"capture:{capture.uid}", f"blob:{sha256(PAGE)}"]
    plan = preview(documents=[capture.document], by=factories.publisher(), reason="First.")
    assert any("Failed fixity" in block for block in plan.blocks)
    run(Crawl().add(CHANGED).save(tmp_path / "b.warc"))
    assert Blob.objects.count() == 2
