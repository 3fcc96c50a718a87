"""The archive's first three documents, and what is known of them by position and digest."""

from pathlib import Path

import pytest

from archive.ingest import Parsed, parse

FOLDER = Path(__file__).parents[3] / "fixtures"


def seed(number: int) -> bytes:
    """The bytes of a seed document. Skips where it is nowhere to be found."""
    for folder in (FOLDER, Path(__file__).parents[4] / "shared" / "seeds"):
        for path in sorted(folder.rglob(f"{number:03}_*.txt")):
            return path.read_bytes()
    pytest.skip("The seed documents lie neither in fixtures/ nor beside the clone in shared/seeds.")


def parsed_seed(number: int) -> Parsed:
    return parse(seed(number), name=f"{number:03}.txt")
