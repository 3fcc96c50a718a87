"""Killed at any moment, an ingest leaves no half item, and a rerun ends where it would have."""

import json
import os
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.annotations import killed
from tests.annotations.killed import Archive

KILLS = 20 if os.environ.get("VARIORUM_LONG") == "1" else 3
ROWS = 200


@pytest.fixture(autouse=True)
def file(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the database is a server's: unset VARIORUM_TEST_DATABASE_URL for a file")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Rows with comments; among them bad ones, some that stand twice, and one name twice."""
    path = tmp_path / "corpus.jsonl"
    with path.open("w") as lines:
        for number in range(ROWS):
            said: list[dict[str, str]]
            said = [{"id": "c", "author": f"reader{number % 7}", "text": f"Remark {number}."}]
            said += [{"author": "other", "text": "An answer.", "parent": "c"}]
            text = "\n\n".join(f"Paragraph {each} of {number}." for each in range(20))
            row: dict[str, object]
            row = {"id": f"d{number}", "title": f"Title {number % 50}", "text": text}
            row |= {"comments": said, "source": f"Site {number % 3}"}
            lines.write(json.dumps(row if number % 47 else {"id": "no text"}) + "\n")
            if number % 61 == 0:
                lines.write(json.dumps(row | {"text": f"Changed. {text}"}) + "\n")
            if number % 53 == 0:
                lines.write(json.dumps(row) + "\n")
    return path


def test_killed_at_any_moment_it_ends_where_it_would_have(corpus: Path, tmp_path: Path) -> None:
    undisturbed = Archive(tmp_path / "undisturbed").make()
    begun = time.monotonic()
    undisturbed.ask(lambda: killed.ingest(str(corpus)))
    whole = time.monotonic() - begun
    assert undisturbed.ask(killed.problems) == []
    expected = undisturbed.ask(killed.state)
    assert len(expected["Document"]) > 150

    disturbed = Archive(tmp_path / "disturbed").make()
    command = [str(corpus)]
    for kill in range(KILLS):
        disturbed.kill(lambda: killed.ingest(*command), within=whole)  # noqa: B023
        assert disturbed.ask(killed.problems) == []
        assert disturbed.ask(killed.halves) == []
        left = disturbed.ask(killed.stopped)
        # By turns from the start, and from where the one that was killed had come to.
        command = ["--resume", left[-1]] if left and kill % 2 else [str(corpus)]
    disturbed.ask(lambda: killed.ingest(*command))
    disturbed.ask(lambda: killed.ingest(str(corpus)))
    assert disturbed.ask(killed.state) == expected
    assert disturbed.ask(killed.problems) == []
