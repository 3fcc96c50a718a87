"""What a record says of how its page was fetched, as the archive keeps it."""

from typing import Any

from archive.ingest.encoding import replace_unstorable
from archive.ingest.item import Fixity
from archive.ingest.warc.digest import of
from archive.ingest.warc.record import Record


def fetched(
    record: Record, source: Record, payload: bytes, fixity: Fixity | None
) -> dict[str, Any]:
    """What the event of the ingest keeps: how the page was fetched, and by whose account."""
    facts = {
        "record": record.header("WARC-Record-ID"),
        "record_type": record.kind,
        "status": record.status,
        "content_type": source.answer("Content-Type") or source.header("Content-Type"),
        "content_encoding": source.answer("Content-Encoding"),
        "transfer_encoding": source.answer("Transfer-Encoding"),
        "payload_digest": str(of(payload)),
        "digest": _judged(fixity),
        "refers_to": record.header("WARC-Refers-To"),
    }
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _judged(fixity: Fixity | None) -> str:
    if fixity is None:
        return "not given"
    return "passed" if fixity.passed else "failed"


def warnings(record: Record) -> list[str]:
    said = []
    if cut := record.header("WARC-Truncated"):
        said.append(f"The crawler did not take all of the page ({cut}).")
    if record.moment is None:
        said.append("The web archive does not say when the page was captured.")
    return said


def software(record: Record) -> str:
    """What made the file, as its first record says."""
    said = record.read(1 << 14).decode("utf-8", "replace")
    lines = (line.partition(":") for line in said.splitlines())
    said = next((value.strip()[:100] for name, _, value in lines if name == "software"), "")
    return replace_unstorable(said)[0]
