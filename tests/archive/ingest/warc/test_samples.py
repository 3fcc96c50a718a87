"""The web archives of the shared samples, against the table of what they hold."""

from tests.archive.ingest.html.samples import SAMPLES, expected
from tests.archive.ingest.warc.crawls import items


def test_records_and_addresses_are_counted_as_expected() -> None:
    for row in expected("warc"):
        found = items(SAMPLES / row["file"])
        records, addresses = found[-1].notices[0].removesuffix(".").split("; addresses: ")
        assert row["records"] in records
        assert addresses == row["distinct_target_uris"]
        assert all(item.parsed and item.fixity and item.fixity.passed for item in found)
        assert {item.title for item in found} == {"Example Domain"}
