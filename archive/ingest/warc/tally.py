"""What a web archive holds besides documents, counted so that it can be told."""

from collections import Counter

from archive.ingest.warc.record import Record


class Tally:
    """Counts of records, addresses and what was left out."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.mismatched = 0
        self._addresses: set[int] = set()

    def count(self, record: Record) -> None:
        self.kinds[record.kind or "unnamed"] += 1
        if record.address:
            self._addresses.add(hash(record.address))

    def sentences(self) -> tuple[str, ...]:
        """What was counted, a sentence a thing."""
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.kinds.items())
        total = f"{self.kinds.total()} ({kinds or 'none'}); addresses: {len(self._addresses)}"
        said = [f"Records in the web archive: {total}."]
        if self.left_out:
            left = ", ".join(f"{what} {count}" for what, count in self.left_out.most_common())
            said.append(f"Left out, since they are no documents: {left}.")
        if self.mismatched:
            said.append(f"Of those left out, these fail their digests: {self.mismatched}.")
        return tuple(said)
