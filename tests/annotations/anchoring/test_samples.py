"""The sample histories, where they lie beside the clone: real revisions with a known truth."""

import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from annotations.anchoring import carry
from tests.annotations.anchoring.figures import is_right
from tests.annotations.anchoring.histories import Case

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "reanchoring"
DELETED = "deleted"


def rows(name: str) -> list[dict[str, Any]]:
    if not SAMPLES.exists():
        pytest.skip("The sample histories are not beside the clone, in shared/samples/reanchoring.")
    with gzip.open(SAMPLES / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_samples_are_carried_as_expected(capsys: pytest.CaptureFixture[str]) -> None:
    cases = defaultdict(list)
    for row in rows("cases.jsonl.gz"):
        cases[row["pair"]].append(row)
    right: dict[str, list[bool]] = defaultdict(list)
    for pair in rows("pairs.jsonl.gz"):
        spans = [(row["old_start"], row["old_end"]) for row in cases[pair["pair"]]]
        found = carry(pair["old_text"], pair["new_text"], spans)
        for row, span, carried in zip(cases[pair["pair"]], spans, found, strict=True):
            there = row["expected"] and (row["expected"]["start"], row["expected"]["end"])
            right[row["class"]].append(is_right(Case(row["class"], 0, span, there), carried))
    shares = {kind: 100 * sum(each) / len(each) for kind, each in sorted(right.items())}
    with capsys.disabled():
        print(
            f"\nsamples carried rightly: {', '.join(f'{k} {v:.1f} %' for k, v in shares.items())}"
        )
    assert shares.pop(DELETED) >= 98
    assert shares.pop("edited") >= 95
    assert min(shares.values()) >= 98.5
