from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.composing.ranges import Range, covered, holding, merge, subtract

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))),
    max_size=8,
)


def points(ranges: list[Range]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}


@given(spans, spans)
def test_what_is_left_is_every_point_that_was_not_removed(
    kept: list[Range], gone: list[Range]
) -> None:
    assert points(subtract(kept, gone)) == points(kept) - points(gone)


@given(spans)
def test_merged_ranges_hold_the_same_points_apart_and_in_order(ranges: list[Range]) -> None:
    merged = merge(ranges)
    assert points(merged) == points(ranges)
    assert all(a[1] < b[0] for a, b in pairwise(merged))


@given(spans, st.integers(0, 40), st.integers(1, 10))
def test_a_span_is_covered_when_each_of_its_points_is(
    ranges: list[Range], at: int, size: int
) -> None:
    assert covered((at, at + size), ranges) == (set(range(at, at + size)) <= points(ranges))


@pytest.mark.parametrize(
    ("point", "inside"), [(0, False), (3, True), (5, True), (7, True), (8, False)]
)
def test_an_empty_span_is_covered_where_its_point_lies(point: int, inside: bool) -> None:
    assert covered((point, point), [(3, 7)]) is inside


@given(spans, st.integers(0, 40), st.integers(1, 10))
def test_the_range_that_holds_a_span_is_found_if_there_is_one(
    ranges: list[Range], at: int, size: int
) -> None:
    held = holding((at, at + size), merge(ranges))
    assert (held is not None) == covered((at, at + size), ranges)
    assert held is None or (held[0] <= at and at + size <= held[1])
