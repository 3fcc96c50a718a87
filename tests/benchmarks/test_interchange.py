"""Export, load and verify of ten times as many documents: time as a ratio, and peaks of memory."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from annotations.actions.cases import open_cases
from annotations.actions.verify import verify
from annotations.interchange import jsonl
from annotations.interchange.fixtures import export
from annotations.interchange.loading import load
from archive.actions.agents import software
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.interchange import packages

pytestmark = [pytest.mark.django_db, pytest.mark.long]

SIZE = 20 if os.environ.get("VARIORUM_LONG") == "1" else 3
# What is held whatever the size: caches, buffers, the largest group of rows.
SLACK_MB = 3.0


def fill(size: int) -> None:
    """`size` documents of a hundred paragraphs, ten annotations, five comments and their cases."""
    for n in range(size):
        words = "\n".join(
            f"Paragraph {line} of {n}: that thing {line} is so." for line in range(100)
        )
        comments = [(f"handle{c}", f"Comment {c} on {n}.") for c in range(5)]
        rendition = factories.rendition(words, comments, slug=f"document-{size}-{n}")
        open_cases(rendition=rendition)
        for line in range(50, 60):
            scenes.mark(rendition, f"that thing {line} is")


def cost(act: Callable[[], object]) -> tuple[float, float]:
    """Processor seconds, and the peak of memory in MB on a second run."""
    begun = process_time()
    act()
    seconds = process_time() - begun
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, peak


def costs(size: int, folder: Path) -> dict[str, tuple[float, float]]:
    packages.empty_database()
    fill(size)
    found = {
        "export": cost(lambda: export(folder, audience="full")),
        "verify": cost(lambda: verify(by=software(), tell=print)),
    }
    packages.empty_database()
    begun = process_time()
    load(folder, by=software())
    seconds = process_time() - begun
    return found | {"load": (seconds, cost(lambda: load(folder, by=software()))[1])}


def test_the_archive_grows_and_the_memory_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    costs(2, tmp_path / "first")
    small, large = costs(SIZE, tmp_path / "small"), costs(10 * SIZE, tmp_path / "large")
    with capsys.disabled():
        for name in small:
            (seconds, peak), (more, higher) = small[name], large[name]
            print(
                f"\n{name} of {10 * SIZE} documents : {SIZE} = {more / seconds:.1f} "
                f"({more:.2f} s), "
                f"memory {higher / peak:.2f} ({higher:.1f} MB)",
                end="",
            )
    assert all(large[name][1] < small[name][1] * 1.5 + SLACK_MB for name in small)


def test_annotations_come_in_at_the_same_pace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rendition = factories.rendition("word " * 5_000, slug="first")
    row = '{{"document": "first", "start": {0}, "end": {1}, "quote": "word", "label": "{2}"}}\n'

    def seconds(count: int) -> float:
        path = tmp_path / f"{count}.jsonl"
        path.write_text("".join(row.format(n * 5, n * 5 + 4, count) for n in range(count)))
        begun = process_time()
        jsonl.read(path, by=rendition.made_by)
        return process_time() - begun

    seconds(10)
    small, large = seconds(10 * SIZE), seconds(100 * SIZE)
    with capsys.disabled():
        ratio = f"{100 * SIZE} annotations : {10 * SIZE} = {large / small:.1f}"
        print(f"\nimport of {ratio} ({large:.2f} s)")
    assert large > 0
