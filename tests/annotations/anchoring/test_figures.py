"""Spans of texts with a known history: words, sentences and paragraphs were changed, moved, copied
and deleted, and some sentences stand twice. Printed by length of the span, in words.
"""

import os

import pytest

from tests.annotations.anchoring.figures import Figures
from tests.annotations.anchoring.histories import history
from tests.annotations.anchoring.prose import Paragraph
from tests.archive.ingest.seeds import parsed_seed

pytestmark = pytest.mark.long

HISTORIES = 60 if os.environ.get("VARIORUM_LONG") == "1" else 6


def article(number: int) -> list[Paragraph]:
    """One of the first documents, as words."""
    paragraphs = [line.split() for line in parsed_seed(number).text.splitlines() if line.strip()]
    return [[words] for words in paragraphs]


def test_spans_are_carried_to_where_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    figures = Figures()
    figures.add(history(seed) for seed in range(HISTORIES))
    with capsys.disabled():
        print(f"\ncarried rightly, {HISTORIES} histories of a made text:\n{figures}")
    assert figures.share("untouched") >= 98.5
    assert figures.share("edited") >= 95
    assert figures.share("deleted") >= 98


def test_spans_of_the_first_documents_are_carried(capsys: pytest.CaptureFixture[str]) -> None:
    figures = Figures()
    figures.add(history(seed, article(seed % 2)) for seed in range(100, 100 + 2 * HISTORIES))
    with capsys.disabled():
        print(f"\ncarried rightly, {2 * HISTORIES} histories of the first documents:\n{figures}")
    assert figures.share("untouched") >= 98.5
    assert figures.share("edited") >= 95
    assert figures.share("deleted") >= 98
