"""What holds for any two texts."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.anchoring import carry
from annotations.graphemes import is_boundary, whole_characters

pytestmark = pytest.mark.long

EXAMPLES = 3_000 if os.environ.get("VARIORUM_LONG") == "1" else 30
# Bits of text whose neighbours make them one character, and marks, blanks and scripts.
PIECES = (
    "the ", "of ", "treaty ", "Aigun. ", "x", "\r\n", "\n\n", "𝄞", "e\u0301", " ", "  ", "“", "_",
    "שלום ", "🇫🇷", "中文", "a_b ", "1860 ", "👩\u200d🚀", "İ", "ß ", "\u0301", "\u200d", "|",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
places = st.tuples(st.floats(0, 1), st.floats(0, 1))


def spans_of(text: str, shares: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """Spans of whole characters, as anybody may mark them."""
    ends = [sorted(round(share * len(text)) for share in pair) for pair in shares]
    return [whole_characters(text, *pair) for pair in ends]


@given(texts, st.lists(places, max_size=5))
def test_an_unchanged_text_keeps_all_its_spans(
    text: str, shares: list[tuple[float, float]]
) -> None:
    spans = spans_of(text, shares)
    assert carry(text, text, spans) == [(*span, "exact", 1.0) for span in spans]


@settings(max_examples=EXAMPLES)
@given(texts, texts, st.lists(places, max_size=8))
def test_a_span_is_whole_and_lies_within_the_new_text(
    old: str, new: str, shares: list[tuple[float, float]]
) -> None:
    spans = spans_of(old, shares)
    found = carry(old, new, spans)
    assert len(found) == len(spans)
    for (first, last), (start, end, state, score) in zip(spans, found, strict=True):
        assert 0 <= score <= 1
        assert (start is None) == (end is None) == (state == "orphan")
        if start is None or end is None:
            continue
        assert 0 <= start <= end <= len(new)
        assert is_boundary(new, start)
        assert is_boundary(new, end)
        assert first == last or start < end
        if state in ("exact", "moved"):
            assert new[start:end] == old[first:last]


@settings(max_examples=EXAMPLES)
@given(st.lists(st.integers(0, 10**6), min_size=20, max_size=60), places, st.text(max_size=30))
def test_what_is_put_in_before_or_after_shifts_every_span(
    numbers: list[int], share: tuple[float, float], put: str
) -> None:
    old = " ".join(f"w{number}x" for number in numbers) + "."
    (span,) = spans_of(old, [share])
    for before, after in ((f"{put}\n\n", ""), ("", f"\n\n{put}")):
        (found,) = carry(old, before + old + after, [span])
        assert found.start == span[0] + len(before) or span[0] == span[1] in (0, len(old))
        assert found.end == span[1] + len(before) or span[0] == span[1] in (0, len(old))


@settings(max_examples=EXAMPLES)
@given(texts, texts, st.lists(places, min_size=2, max_size=5))
def test_the_answer_for_a_span_does_not_depend_on_the_others(
    old: str, new: str, shares: list[tuple[float, float]]
) -> None:
    spans = spans_of(old, shares)
    assert carry(old, new, spans) == [carry(old, new, [span])[0] for span in spans]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "b " + "a " * 99_000),
        ("the quick brown fox " * 10_000, "the quick brown ox " * 10_000),
        ("a" * 300_000, "b" * 300_000),
        ("中" * 100_000, "中" * 50_000 + "文" * 50_000),
        (" ".join(map(str, range(50_000))), " ".join(map(str, range(50_000, 0, -1)))),
        ("x\u0301" * 50_000, "x" + "\u0301" * 100_000),
    ],
)
def test_no_pair_of_texts_takes_long(old: str, new: str) -> None:
    started = time.process_time()
    carry(old, new, [(0, len(old)), (5, 500), (len(old) // 2, len(old) // 2 + 60)])
    assert time.process_time() - started < 20
