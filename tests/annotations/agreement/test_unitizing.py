"""Alpha for unitizing against published figures, and at its edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.unitizing import Unit, alpha, stretches


def unit(start: int, length: int, category: str) -> Unit:
    """As the example has it: on a continuum that begins at 150."""
    return Unit(start - 150, start - 150 + length, category)


# K. Krippendorff, Content Analysis, 2nd edition (2004), page 254.
FIRST = [unit(225, 70, "c"), unit(370, 30, "c"), unit(180, 60, "k"), unit(300, 50, "k")]
SECOND = [
    *(unit(220, 80, "c"), unit(355, 20, "c"), unit(400, 20, "c")),
    *(unit(180, 60, "k"), unit(300, 50, "k")),
]


@pytest.mark.parametrize(("category", "published"), [("", 0.8591), ("c", 0.7286), ("k", 1.0)])
def test_the_textbook_example_comes_out_as_printed(category: str, published: float) -> None:
    assert alpha(300, [FIRST, SECOND], category) == pytest.approx(published, abs=0.0005)


def test_nothing_marked_is_nothing_to_agree_on() -> None:
    assert alpha(300, [[], []]) is None
    assert alpha(0, [[], []]) is None


def test_what_one_reader_alone_marked_is_disagreement() -> None:
    found = alpha(300, [FIRST, []])
    assert found is not None
    assert found <= 0


def test_units_that_overlap_count_as_one() -> None:
    found = stretches(20, [Unit(2, 6, "a"), Unit(4, 9, "a"), Unit(12, 14, "b")], "a")
    assert [(each.start, each.end, each.is_unit) for each in found] == [
        *((0, 2, False), (2, 9, True), (9, 20, False)),
    ]


ranges = st.tuples(st.integers(0, 90), st.integers(1, 10), st.sampled_from("ab"))
units = st.lists(ranges.map(lambda each: Unit(each[0], each[0] + each[1], each[2])), max_size=6)


@given(units, units)
def test_agreement_is_mutual_and_at_most_one(first: list[Unit], second: list[Unit]) -> None:
    found = alpha(100, [first, second])
    assert found == pytest.approx(alpha(100, [second, first]))
    assert found is None or found <= 1
    assert not first or alpha(100, [first, first]) == 1
