"""Words to choose from: together with what stands between them they are the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.moderation.words import joined, tokens

TEXTS = {
    "plain": ("Two words.", ["Two", "words"]),
    "quoted": ("“Two”, (words)!", ["Two", "words"]),
    "compound": ("a two-word thing", ["a", "two-word", "thing"]),
    "apostrophe": ("it's theirs", ["it's", "theirs"]),
    "no letters": ("well … 🙂 --", ["well", "…", "🙂", "--"]),
    "lines": ("one\n\n two", ["one", "two"]),
    "outside the basic plane": ("𠀀𠀁 𠀂", ["𠀀𠀁", "𠀂"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("what", TEXTS)
def test_the_words_of_a_text(what: str) -> None:
    text, words = TEXTS[what]
    assert [token.word for token in tokens(text, (0, len(text)))[0]] == words


@given(st.text(alphabet=st.sampled_from("ab -.,\n“”é𠀀🙂"), max_size=40), st.data())
def test_every_word_stands_where_it_says_and_nothing_is_lost(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made, tail = tokens(text, (start, end))
    assert all(text[token.start : token.end] == token.word for token in made)
    assert "".join(token.before + token.word for token in made) + tail == text[start:end]


JOINED = [
    ("nobody chosen", "", []),
    ("one", "b", ["b"]),
    ("neighbours become one", "bc", ["b, c"]),
    ("a gap parts them", "ac", ["a", "c"]),
    ("all", "abcd", ["a b, c d"]),
]


@pytest.mark.parametrize(("chosen", "ranges"), [row[1:] for row in JOINED])
def test_chosen_neighbours_become_one_range(chosen: str, ranges: list[str]) -> None:
    text = "a b, c d."
    made = tokens(text, (0, len(text)))[0]
    places = {(token.start, token.end) for token in made if token.word in chosen}
    assert [text[slice(*place)] for place in joined(made, places)] == ranges
