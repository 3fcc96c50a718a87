"""Composing a document ten times as large: printed as a ratio, which is 10 where it is linear."""

import os
from time import process_time

import pytest

from annotations.actions.publish import preview
from tests import factories
from tests.annotations.composing import scenes

pytestmark = [pytest.mark.django_db, pytest.mark.long]

SIZE = 100 if os.environ.get("VARIORUM_LONG") == "1" else 10


def seconds(size: int) -> float:
    """CPU seconds to compose `size` paragraphs with a claim each and as many comments."""
    lines = "\n".join(f"Paragraph {n} of {size} says that thing {n} happened." for n in range(size))
    comments = [(f"handle{n}", f"Comment {n} is of no importance.") for n in range(size)]
    text = factories.rendition(lines, comments)
    for n in range(size):
        scenes.makes(text, f"that thing {n} happened", scenes.claim(f"claim-{size}-{n}"))
    scenes.keep_all(text)
    start = process_time()
    preview(documents=[text.capture.document], by=factories.publisher())
    return process_time() - start


def test_composing_grows_with_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    seconds(5)
    small, large = seconds(SIZE), seconds(10 * SIZE)
    with capsys.disabled():
        ratio = f"{10 * SIZE} claims and comments : {SIZE} = {large / small:.1f}"
        print(f"\ncomposing {ratio} ({large:.2f} s)")
    assert large > 0
