"""Finding quotations again: no database, no settings."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import Anchor, find_all, locate
from annotations.graphemes import is_boundary

ARTICLE = (
    "On May 28 China was forced to sign the Aigun Treaty.\r\n"
    "The result was the “Convention of Peking”, which took place on 14 November 1860.\r\n"
    "On May 28 the allies rested. 𝄞 Cafe\u0301 au lait — שלום עולם 👩\u200d🚀.\r\n"
)


def words(text: str, anchor: Anchor | None) -> str | None:
    return anchor and text[anchor.start : anchor.end]


@pytest.mark.parametrize(
    "quotation",
    [
        "forced to sign the Aigun Treaty",
        "“Convention of Peking”",
        "𝄞 Cafe\u0301 au lait",
        "שלום עולם",
        "👩\u200d🚀",
        "1860.\r\nOn May 28 the allies",
    ],
)
def test_words_that_stand_once_are_found_where_they_stand(quotation: str) -> None:
    start = ARTICLE.index(quotation)
    assert locate(ARTICLE, quotation) == (start, start + len(quotation), 1.0)


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        # other blanks
        ("1860. On May 28 the allies", "1860.\r\nOn May 28 the allies"),
        ("forced  to\nsign", "forced to sign"),
        # other quotation marks and dashes
        ('"Convention of Peking"', "“Convention of Peking”"),
        ("au lait - שלום", "au lait — שלום"),
        # another case
        ("convention OF peking", "Convention of Peking"),
        # a slip of the pen
        ("was fored to sign the Aigun Treaty", "was forced to sign the Aigun Treaty"),
        # a word left out
        ("China was to sign the Aigun Treaty.", "China was forced to sign the Aigun Treaty."),
    ],
)
def test_words_that_were_written_otherwise_are_found(quotation: str, found: str) -> None:
    anchor = locate(ARTICLE, quotation)
    assert words(ARTICLE, anchor) == found
    assert anchor
    assert 0 < anchor.score < 1


def test_much_changed_words_are_found_only_where_their_context_is() -> None:
    quotation = "China had to sign the Treaty."
    assert locate(ARTICLE, quotation) is None
    anchor = locate(ARTICLE, quotation, "On May 28 ", "\nThe result was")
    assert words(ARTICLE, anchor) == "China was forced to sign the Aigun Treaty."


@pytest.mark.parametrize(
    "quotation",
    ["", "   ", "the island of Sakhalin to Russia", "zzzzzzzzzz", "Nothing of this stands here."],
)
def test_words_that_stand_nowhere_have_no_place(quotation: str) -> None:
    assert locate(ARTICLE, quotation) is None


def test_look_alikes_without_context_have_no_place() -> None:
    assert locate(ARTICLE, "On May 28") is None


@pytest.mark.parametrize(
    ("prefix", "suffix", "which"),
    [("", " China was forced", 0), ("November 1860.\r\n", "", 1), ("1860. ", " the allies", 1)],
)
def test_context_tells_look_alikes_apart(prefix: str, suffix: str, which: int) -> None:
    anchor = locate(ARTICLE, "On May 28", prefix, suffix)
    assert anchor
    assert anchor.start == [0, ARTICLE.rindex("On May 28")][which]


def test_the_old_place_tells_look_alikes_apart_only_where_it_is_near_one_of_them() -> None:
    second = ARTICLE.rindex("On May 28")
    anchor = locate(ARTICLE, "On May 28", start=second + 3)
    assert anchor
    assert anchor.start == second
    assert locate(ARTICLE, "On May 28", start=second // 2) is None


def test_context_outweighs_the_old_place() -> None:
    anchor = locate(ARTICLE, "On May 28", suffix=" the allies rested", start=0)
    assert anchor
    assert anchor.start == ARTICLE.rindex("On May 28")


def test_short_words_in_a_strange_context_are_a_decoy() -> None:
    changed = "A preface. China lay far away from all of this, they said."
    assert locate(changed, "China", "On May 28 ", " was forced to sign") is None


def test_no_place_begins_or_ends_inside_a_character() -> None:
    anchor = locate("Cafe\u0301", "Cafe")
    assert anchor
    assert anchor[:2] == (0, 5)
    assert anchor.score < 1
    assert find_all("Cafe\u0301 and Cafe.", "Cafe") == [(10, 14)]
    assert find_all("a\r\nb", "a\r") == [(0, 1)]


def test_a_pasted_quotation_is_found_everywhere() -> None:
    second = ARTICLE.rindex("On May 28")
    assert find_all(ARTICLE, "On  May\n28") == [(0, 9), (second, second + 9)]


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ('"Convention of Peking"', "“Convention of Peking”"),
        ("“forced to sign”", "forced to sign"),
        ("… forced to sign …", "forced to sign"),
        ("FORCED TO SIGN", "forced to sign"),
        ("1860.\nOn May 28 the", "1860.\r\nOn May 28 the"),
        ("שלום", "שלום"),
    ],
)
def test_a_pasted_quotation_may_differ_in_marks_blanks_and_case(pasted: str, found: str) -> None:
    assert [ARTICLE[start:end] for start, end in find_all(ARTICLE, pasted)] == [found]


def test_whole_words_come_before_parts_of_words() -> None:
    assert find_all("particle, art, start", "art") == [(10, 13)]
    assert find_all("particle", "art") == [(1, 4)]


@pytest.mark.parametrize("pasted", ["", "  ", "“”", "nowhere"])
def test_what_stands_nowhere_is_not_found(pasted: str) -> None:
    assert find_all(ARTICLE, pasted) == []


@given(st.text(max_size=60), st.data())
def test_whatever_is_cut_out_whole_is_found_again_where_it_was(
    text: str, data: st.DataObject
) -> None:
    cuts = [place for place in range(len(text) + 1) if is_boundary(text, place)]
    start, end = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    exact = text[start:end]
    if exact != exact.strip() or not exact:
        return
    anchor = locate(text, exact, text[:start], text[end:], start)
    assert anchor is None or text[anchor.start : anchor.end].split() == exact.split()
    found = find_all(text, exact)
    assert all(is_boundary(text, place) for places in found for place in places)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("a" * 300_000, "a" * 1000),
        ("a " * 150_000, "a " * 300 + "b"),
        ("a" + " " * 300_000 + "b", "a b" * 3000),
        ("the quick brown fox " * 15_000, "the quick brawn fix jumped over " * 100),
    ],
)
def test_no_text_takes_long(text: str, exact: str) -> None:
    started = time.process_time()
    locate(text, exact)
    find_all(text, exact)
    assert time.process_time() - started < 9


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("a\r\nb", [2]),
        ("e\u0301x", [1]),
        ("👩\u200d🚀", [1, 2]),
        ("👍🏽!", [1]),
        ("🇫🇷🇩🇪", [1, 3]),
        ("한국", []),
        ("\u1112\u1161\u11ab", [1, 2]),
        ("❤\ufe0f", [1]),
        ("का", [1]),
        ("\n\u0301", []),
        ("𝄞x", []),
    ],
)
def test_a_text_is_cut_between_whole_characters(text: str, inside: list[int]) -> None:
    assert [place for place in range(len(text) + 1) if not is_boundary(text, place)] == inside
