"""A leak is a withheld range found whole, or a run of four of its words, however it is dressed."""

import pytest

from annotations.composing.words import Shown, Withheld, runs

WITHHELD = "zorg blat quux frob nitz"

DISGUISES = [
    ("the words themselves", WITHHELD),
    ("a run of four from the middle", "and then blat quux frob nitz again"),
    ("other case", "ZORG Blat qUUx frob"),
    ("punctuation between the words", "zorg, blat; quux... frob!"),
    ("punctuation inside a word", "zo-rg blat quux frob"),
    ("hyphens for blanks", "zorg-blat-quux-frob"),
    ("line breaks for blanks", "zorg\nblat\r\nquux\tfrob"),
    ("letters that fold to the same", "zorg blat quux FROB"),
]


@pytest.mark.parametrize(("_", "text"), DISGUISES, ids=[name for name, _ in DISGUISES])
def test_a_run_of_four_withheld_words_is_found(_: str, text: str) -> None:
    assert Withheld([WITHHELD]).holds(text)


@pytest.mark.parametrize(
    "text", ["", "zorg blat quux", "zorg and blat and quux and frob", "nothing of the kind at all"]
)
def test_fewer_than_four_words_in_a_row_are_no_leak(text: str) -> None:
    assert not Withheld([WITHHELD]).holds(text)


@pytest.mark.parametrize("text", ["He said zorgblat.", "ZORGBLAT", "“zorgblat”"])
def test_a_short_range_is_found_whole(text: str) -> None:
    assert Withheld(["zorgblat"]).holds(text)


def test_a_short_range_inside_a_longer_word_is_another_word() -> None:
    assert not Withheld(["war"]).holds("a warning")


def test_what_the_article_shows_rightly_is_not_withheld() -> None:
    words = Withheld(
        ["the treaty of aigun was zorg blat quux frob"], shown=Shown(["The Treaty of Aigun was"])
    )
    assert not words.holds("The Treaty of Aigun was signed")
    assert words.holds("aigun was zorg blat")


def test_nothing_withheld_holds_nothing() -> None:
    assert not Withheld().holds("anything at all that people write")


@pytest.mark.parametrize(
    "text", ["один два три четыре", "חדא תרי תלת ארבע", "e\u0301tude e\u0301tude a b", "👍 b c d e"]
)
def test_words_of_any_script_make_runs(text: str) -> None:
    assert runs(text)
