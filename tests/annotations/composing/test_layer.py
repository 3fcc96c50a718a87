from hypothesis import given
from hypothesis import strategies as st

from annotations.composing.layer import Layer
from annotations.composing.runs import Sign

signs = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
        lambda pair: Sign("reference", min(pair), max(pair))
    ),
    max_size=10,
)


@given(signs, st.integers(0, 30), st.integers(0, 10))
def test_what_touches_a_span_is_found_and_nothing_else(
    items: list[Sign], start: int, size: int
) -> None:
    span = (start, start + size)
    touching = [item for item in items if item.start <= span[1] and span[0] <= item.end]
    key = lambda sign: (sign.start, sign.end)  # noqa: E731
    assert sorted(Layer(items).touching(span), key=key) == sorted(touching, key=key)
