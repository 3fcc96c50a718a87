"""Records that say "the same as before": their payload is looked for by digest."""

import gzip
from pathlib import Path

import pytest

from archive.ingest import Payloads
from archive.ingest.warc import Wanted
from archive.ingest.warc.items import NOWHERE
from tests.archive.ingest.warc.crawls import ADDRESS, DATE, PAGE, Crawl, items, said, sha1

LATER, ELSEWHERE = "2023-01-01T00:00:00Z", "https://example.net/copy"


@pytest.mark.parametrize("is_gzip", [False, True])
@pytest.mark.parametrize("address", [ADDRESS, ELSEWHERE])
def test_a_revisit_has_the_payload_of_before_its_own_date_and_address(
    tmp_path: Path, is_gzip: bool, address: str
) -> None:
    crawl = Crawl(is_gzip=is_gzip).add().revisit(sha1(PAGE), date=LATER, address=address)
    first, second = items(crawl.save(tmp_path / "a.warc"))
    assert second.data == first.data == PAGE
    assert (second.url, second.fetched["record_type"]) == (address, "revisit")
    assert str(second.captured_at).startswith("2023-01-01")
    assert second.fixity is not None
    assert second.fixity.passed


def test_it_may_stand_before_what_it_refers_to(tmp_path: Path) -> None:
    crawl = Crawl().revisit(sha1(PAGE), date=LATER).add()
    found = items(crawl.save(tmp_path / "a.warc"))
    assert [item.data for item in found] == [PAGE, PAGE]
    assert said(found) == ["", ""]


def test_it_may_stand_in_another_file(tmp_path: Path) -> None:
    Crawl(is_gzip=True).add().save(tmp_path / "1.warc.gz")
    Crawl().revisit(sha1(PAGE), address=ELSEWHERE).save(tmp_path / "2.warc")
    found = items(tmp_path)
    assert [item.data for item in found] == [PAGE, PAGE]
    assert found[1].url == ELSEWHERE


def test_its_page_may_be_compressed_and_its_own_headers_say_nothing(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE, mtime=0)
    crawl = Crawl().add(packed, http={"Content-Encoding": "gzip"})
    crawl.revisit(sha1(packed), date=LATER, http={"Content-Type": ""})
    second = items(crawl.save(tmp_path / "a.warc"))[1]
    assert second.parsed is not None
    assert second.parsed.title == "A walk"


def test_one_that_was_not_modified_names_the_record_instead(tmp_path: Path) -> None:
    about = {"WARC-Payload-Digest": "", "WARC-Refers-To-Target-URI": ADDRESS}
    crawl = Crawl().add()
    crawl.add(
        b"", kind="revisit", status="304 Not Modified", date=LATER,
        headers=about | {"WARC-Refers-To-Date": DATE}, http={"Content-Type": ""},
    )  # fmt: skip
    second = items(crawl.save(tmp_path / "a.warc"))[1]
    assert (second.data, second.reason) == (PAGE, "")


def test_what_is_nowhere_is_a_failed_item_that_says_what_to_do(tmp_path: Path) -> None:
    crawl = Crawl().add().revisit(sha1(b"never seen"), date=LATER)
    assert said(items(crawl.save(tmp_path / "a.warc"))) == ["", NOWHERE]


def test_a_payload_that_is_not_its_digest_is_not_found_under_it(tmp_path: Path) -> None:
    crawl = Crawl().add(headers={"WARC-Payload-Digest": sha1(b"other")})
    crawl.revisit(sha1(b"other"), date=LATER)
    assert said(items(crawl.save(tmp_path / "a.warc"))) == ["", NOWHERE]


def test_an_image_of_before_is_left_out_without_looking(tmp_path: Path) -> None:
    crawl = Crawl().add().revisit(sha1(b"never seen"), http={"Content-Type": "image/png"})
    (item,) = items(crawl.save(tmp_path / "a.warc"))
    assert item.notices[1] == "Left out, since they are no documents: images 1."


def test_a_page_without_words_is_left_out_each_time(tmp_path: Path) -> None:
    frame = b"<html><img src=a></html>"
    (item,) = items(Crawl().add(frame).revisit(sha1(frame)).save(tmp_path / "a.warc"))
    assert item.notices[1] == "Left out, since they are no documents: pages without words 2."


def test_what_no_file_holds_is_asked_for_elsewhere(tmp_path: Path) -> None:
    asked: list[Wanted] = []

    def elsewhere(wanted: Wanted) -> bytes | None:
        asked.append(wanted)
        return PAGE

    crawl = Crawl().revisit(sha1(PAGE), date=LATER)
    (item,) = items(crawl.save(tmp_path / "a.warc"), Payloads(elsewhere))
    assert (item.data, item.reason) == (PAGE, "")
    assert asked[0].addresses == (ADDRESS,)
    assert asked[0].digest is not None
    assert asked[0].digest.algorithm == "sha1"
