"""The sample pages with what is expected of them, where they lie beside the clone."""

import csv
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[5] / "shared" / "samples"


def expected(table: str) -> list[dict[str, str]]:
    """The rows of a table of expectations; the test is skipped where there is none."""
    if not SAMPLES.exists():
        pytest.skip("The sample pages are not beside the clone, in shared/samples.")
    with (SAMPLES / "expected" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pages() -> list[Path]:
    """Every sample page, in the order of their names; none where the folder is absent."""
    return sorted(SAMPLES.glob("pages-*/*.html"))
