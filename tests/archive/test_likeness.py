"""How much two texts have in common."""

import pytest

from archive.likeness import PROBE, likeness, probes

ARTICLE = " ".join(f"word{n} of the long article" for n in range(60))


@pytest.mark.parametrize(
    ("what", "other", "lowest", "highest"),
    [
        ("the same", ARTICLE, 1.0, 1.0),
        ("in capitals, with other blanks", ARTICLE.upper().replace(" ", "\n\n"), 1.0, 1.0),
        ("as a part of a page", f"menu and more {ARTICLE} and a footer", 1.0, 1.0),
        ("half of it", ARTICLE[: len(ARTICLE) // 2], 0.98, 1.0),
        ("with a word in ten changed", ARTICLE.replace("7 of", "x of"), 0.5, 0.95),
        ("of the same words in another order", " ".join(reversed(ARTICLE.split())), 0.0, 0.05),
        ("of nothing", "", 0.0, 0.0),
        ("of other words", "nothing here is like that at all", 0.0, 0.0),
    ],
)
def test_a_copy_is_as_like_as_its_words_stand_in_their_order(
    what: str, other: str, lowest: float, highest: float
) -> None:
    assert lowest <= likeness(ARTICLE, other) <= highest
    assert likeness(ARTICLE, other) == likeness(other, ARTICLE)


def test_probes_stand_in_the_text_and_are_spread_over_it() -> None:
    found = list(probes(ARTICLE))
    assert all(probe in ARTICLE and len(probe.split()) == PROBE for probe in found)
    assert ARTICLE.index(found[-1]) > len(ARTICLE) / 2
    assert list(probes("too few words")) == []
