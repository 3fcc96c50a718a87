"""Two texts held against each other: nothing is lost, and only what differs is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.comparing import Piece, compare

TEXTS = st.text(st.sampled_from("ab .\n\u0301🦊ل"), max_size=40)


@settings(deadline=None, max_examples=60)
@given(left=TEXTS, right=TEXTS)
def test_the_pieces_of_either_side_are_that_text(left: str, right: str) -> None:
    pieces = compare(left, right)
    assert "".join(piece.words for piece in pieces if piece.kind != "right") == left
    assert "".join(piece.words for piece in pieces if piece.kind != "left") == right
    assert all(piece.words for piece in pieces)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("", "", []),
        ("One text.", "One text.", [("same", "One text.")]),
        ("", "One.", [("right", "One.")]),
        (
            "signed in 1858 there",
            "signed in 1860 there",
            [("same", "signed in "), ("left", "1858"), ("right", "1860"), ("same", " there")],
        ),
        (
            "one\ntwo\nthree\n",
            "one\nthree\n",
            [("same", "one\n"), ("left", "two\n"), ("same", "three\n")],
        ),
    ],
)
def test_only_the_words_that_differ_are_told(
    left: str, right: str, told: list[tuple[str, str]]
) -> None:
    assert compare(left, right) == [Piece(kind, words) for kind, words in told]  # type: ignore[arg-type]


def test_long_texts_with_nothing_in_common_are_told_whole() -> None:
    left, right = "a " * 30_000 + "a", "b " * 30_000 + "b"
    assert [piece.kind for piece in compare(left, right)] == ["left", "right"]
