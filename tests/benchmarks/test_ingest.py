"""Documents of 8 KB with five comments and ten marks each, from JSON Lines: pace and memory.

Processor seconds of one process, what the system does for it included; database and originals on
disk. Printed, but for the memory, which has to stay what it is however many there are.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests import tree
from tests.annotations.killed import Archive

pytestmark = [pytest.mark.django_db, pytest.mark.long]

CORPUS = tree.ROOT.parent / "shared" / "bench" / "corpus.py"
# More than a group each, so that the memory of either has held a whole one.
IS_LONG = os.environ.get("VARIORUM_LONG") == "1"
FEW, MANY = (1_000, 10_000) if IS_LONG else (250, 500)
# Brought in once more without the staff's search index.
WITHOUT = (FEW, MANY) if IS_LONG else ()
# Resident memory of the whole process, Python and all libraries included.
MOST_MB = 150


@pytest.fixture(autouse=True)
def corpora() -> None:
    if not CORPUS.is_file():
        pytest.skip(f"{CORPUS} makes the corpus: put the folder `shared` beside the project")
    if connection.vendor != "sqlite":
        pytest.skip("the database is a server's: unset VARIORUM_TEST_DATABASE_URL for a file")


def measured(folder: Path, count: int, *options: str) -> dict[str, Any]:
    """What `count` documents cost in a new archive."""
    archive = Archive(folder / "-".join(["archive", str(count), *options])).make()
    corpus = folder / f"corpus-{count}"
    if not corpus.exists():
        called(sys.executable, str(CORPUS), str(corpus), "--docs", str(count))
    work = (sys.executable, "-m", "tests.benchmarks.work", str(corpus), *options)
    found: dict[str, Any] = json.loads(called(*work, **surroundings(archive)))
    return found


def called(*command: str, **environment: str) -> str:
    return subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=tree.ROOT,
        env=os.environ | environment,
    ).stdout  # fmt: skip


def surroundings(archive: Archive) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "archive.project.settings",
        "VARIORUM_DATA": str(archive.folder),
        "VARIORUM_DATABASE_URL": f"sqlite:///{archive.database}",
    }


def told(count: int, cost: dict[str, Any], index: str) -> str:
    whole = cost["ingest"] + cost["annotate"]
    return (
        f"\n{count} documents {index} the staff index: {count / whole:.0f} a second "
        f"(ingest {cost['ingest']:.2f} s, annotations {cost['annotate']:.2f} s), "
        f"{cost['peak']:.0f} MB"
    )


def test_the_archive_grows_at_one_pace_and_the_memory_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = measured(tmp_path, FEW), measured(tmp_path, MANY)
    with capsys.disabled():
        print(told(FEW, few, "with"), told(MANY, many, "with"), end="")
        for count in WITHOUT:
            print(told(count, measured(tmp_path, count, "--without-index"), "without"), end="")
    assert (few["problems"], many["problems"]) == (0, 0)
    assert (many["checked"]["rendition"], many["checked"]["annotation"]) == (MANY, MANY * 10)
    assert many["peak"] < few["peak"] * 1.2
    assert many["peak"] < MOST_MB
