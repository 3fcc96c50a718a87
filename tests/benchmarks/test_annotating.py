"""What the annotating page asks of the server: the next document, one mark, a range of a long text.

Documents of 8 KB with ten marks and five comments each. Processor seconds of the server for one
request, printed; the long form compares archives of 1,000 and 10,000 documents, and reads a text
of 200,000 words with 200 and with 2,000 marks.
"""

import json
import os
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.annotations.killed import Archive
from tests.benchmarks.test_ingest import CORPUS, called, surroundings

pytestmark = [pytest.mark.django_db, pytest.mark.long]

IS_LONG = os.environ.get("VARIORUM_LONG") == "1"
FEW, MANY = (1_000, 10_000) if IS_LONG else (40, 80)
# Characters of the long text; it has a mark to each 6,200 of them, then to each 620.
SIZE = 1_240_000 if IS_LONG else 372_000


@pytest.fixture(autouse=True)
def corpora() -> None:
    if not CORPUS.is_file():
        pytest.skip(f"{CORPUS} makes the corpus: put the folder `shared` beside the project")
    if connection.vendor != "sqlite":
        pytest.skip("the database is a server's: unset VARIORUM_TEST_DATABASE_URL for a file")


def measured(folder: Path, count: int) -> dict[str, float]:
    archive = Archive(folder / f"archive-{count}").make()
    corpus = folder / f"corpus-{count}"
    called(sys.executable, str(CORPUS), str(corpus), "--docs", str(count))
    module = [sys.executable, "-m", "tests.benchmarks.asking", str(corpus), str(SIZE)]
    found: dict[str, float] = json.loads(called(*module, **surroundings(archive)))
    return {name: seconds * 1000 for name, seconds in found.items()}


def test_the_page_asks_little_of_the_server_however_much_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = measured(tmp_path, FEW), measured(tmp_path, MANY)
    with capsys.disabled():
        for name, said in (("next", "the next document"), ("mark", "one mark made")):
            ratio = many[name] / few[name]
            print(f"\n{said}: {few[name]:.2f} ms among {FEW} documents, ", end="")
            print(f"{many[name]:.2f} ms among {MANY}, ratio {ratio:.2f}", end="")
        for count, found in ((FEW, few), (MANY, many)):
            ratio = found["many"] / found["few"]
            print(f"\na range of a long text beside {count} documents: ", end="")
            print(f"{found['few']:.2f} ms, with ten times the marks ", end="")
            print(f"{found['many']:.2f} ms, ratio {ratio:.2f}", end="")
    assert all(spent > 0 for spent in (*few.values(), *many.values()))
