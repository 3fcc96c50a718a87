"""Quotations found again in a text of 500 KB of which one character in twenty was changed.

Printed: how many in a processor second, and for how many of them both ends are exact.
"""

import os
from functools import cache
from random import Random
from time import process_time
from typing import NamedTuple

import pytest

from annotations.anchoring import carry, locate
from tests.annotations.anchoring.prose import Prose

pytestmark = pytest.mark.long

IS_LONG = os.environ.get("VARIORUM_LONG") == "1"
SIZE, QUOTATIONS = 500_000, 5_000 if IS_LONG else 400
CONTEXT, NOISE = 32, 0.05
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Noisy(NamedTuple):
    """A text, the same with wrong, missing and added letters, and where each character went."""

    old: str
    new: str
    places: list[int]

    def spans(self, rng: Random) -> list[tuple[int, int]]:
        """Runs of whole words, as people quote them: 3 to 60 words."""
        ends = [at for at, each in enumerate(self.old) if each == " "]
        firsts = [rng.randrange(len(ends) - 61) for _ in range(QUOTATIONS)]
        return [(ends[at] + 1, ends[at + rng.choice((3, 8, 15, 30, 60))]) for at in firsts]


@cache
def noisy() -> Noisy:
    rng = Random(1)
    prose, sentences, length = Prose(rng), [], 0
    while length < SIZE:
        sentences.append(" ".join(prose.sentence()))
        length += len(sentences[-1]) + 1
    old, parts, places, length = " ".join(sentences), [], [], 0
    for each in old:
        places.append(length)
        parts.append(_misread(rng, each) if rng.random() < NOISE else each)
        length += len(parts[-1])
    return Noisy(old, "".join(parts), places)


def _misread(rng: Random, each: str) -> str:
    return rng.choice(("", rng.choice(LETTERS), each + rng.choice(LETTERS)))


def test_quotations_in_a_noisy_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = noisy()
    spans = text.spans(Random(2))
    begun = process_time()
    found = [
        locate(
            text.new,
            text.old[start:end],
            text.old[max(0, start - CONTEXT) : start],
            text.old[end : end + CONTEXT],
            start,
        )
        for start, end in spans
    ]
    spent = process_time() - begun
    true = [(text.places[start], text.places[end]) for start, end in spans]
    exact = sum(
        each is not None and each[:2] == place for each, place in zip(found, true, strict=True)
    )
    share = 100 * exact / len(spans)
    with capsys.disabled():
        rate = len(spans) / spent
        print(
            f"\nlocate, {SIZE // 1000} KB: {rate:.0f} a CPU second, both ends exact {share:.1f} %"
        )
    assert share >= 95


def test_a_long_text_is_carried(capsys: pytest.CaptureFixture[str]) -> None:
    text = noisy()
    spans = text.spans(Random(2))
    begun = process_time()
    found = carry(text.old, text.new, spans)
    spent = process_time() - begun
    true = [(text.places[start], text.places[end]) for start, end in spans]
    right = sum((each.start, each.end) == place for each, place in zip(found, true, strict=True))
    with capsys.disabled():
        share = 100 * right / len(spans)
        print(f"\ncarry, {SIZE // 1000} KB, {len(spans)} spans: {spent:.1f} s, exact {share:.1f} %")
    assert right
