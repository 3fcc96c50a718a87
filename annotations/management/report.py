"""What `ingest` says: a line an item and a summary, or one JSON list."""

import json
import re
import sys
from collections import Counter
from contextlib import nullcontext
from types import TracebackType
from typing import Any, Self

from django.core.management.base import OutputWrapper
from tqdm import tqdm

from annotations.management.result import Result
from archive.ingest import Item

# What a terminal would obey instead of show: control characters, and turns of the writing.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
STATUSES = ("ingested", "duplicate", "parsed", "failed")


class Report:
    """Written as it goes, so that a long list needs no memory; failures also go to `err`."""

    def __init__(self, out: OutputWrapper, err: OutputWrapper, *, as_json: bool) -> None:
        self.out, self.err, self.as_json = out, err, as_json
        self.counts: Counter[str] = Counter()
        # What is written makes way for the bar, which only a terminal shows.
        self.beside_bar = tqdm.external_write_mode if sys.stderr.isatty() else nullcontext

    def __enter__(self) -> Self:
        if self.as_json:
            self.out.write("[", ending="")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        counts = [f"{self.counts[name]} {name}" for name in STATUSES if self.counts[name]]
        self.out.write("\n]" if self.as_json else f"{', '.join(counts) or 'nothing found'}.")

    def add(self, item: Item, result: Result) -> None:
        comma = "," if self.counts else ""
        self.counts[result.status] += 1
        with self.beside_bar():
            if result.status == "failed":
                self.err.write(lines(f"{item.path}: {result.reason}", *item.notices))
            if self.as_json:
                row = json.dumps(as_json(item, result), ensure_ascii=False)
                self.out.write(f"{comma}\n{row}", ending="")
            elif result.status != "failed":
                self.out.write(line(item, result))


def as_json(item: Item, result: Result) -> dict[str, Any]:
    row = item.as_json(result.status)
    return row | {"reason": result.reason or None, "document": result.document or None}


def line(item: Item, result: Result) -> str:
    assert item.parsed is not None
    found, stated = len(item.parsed.comments), item.parsed.stated_comments
    comments = f", {found} of {stated} comments" if stated else f", {found} comments"
    held = f" → {result.document}" if result.document else ""
    counted = f"{len(item.parsed.sections)} sections{comments if found or stated else ''}"
    first = f"{result.status}: {item.path}{held} ({counted})"
    return lines(first, *item.parsed.warnings, *item.notices)


def lines(*said: str) -> str:
    """One below the other, with U+FFFD for what is not to reach a terminal."""
    return "\n  ".join(_OBEYED.sub("\ufffd", each) for each in said)
