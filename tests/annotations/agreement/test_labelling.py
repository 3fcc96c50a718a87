import pytest

from annotations.agreement.labelling import kappa


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"yy": 20, "yn": 5, "ny": 10, "nn": 15}, 0.4),
        ({"yy": 45, "yn": 15, "ny": 25, "nn": 15}, 0.1304),
        ({"yy": 25, "yn": 35, "ny": 5, "nn": 35}, 0.2593),
        ({"yy": 1, "nn": 1}, 1.0),
        ({"yn": 1, "ny": 1}, -1.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(counts: dict[str, int], expected: float) -> None:
    pairs = [(both[0], both[1]) for both, count in counts.items() for _ in range(count)]
    assert kappa(pairs) == pytest.approx(expected, abs=0.0001)


@pytest.mark.parametrize("pairs", [[], [("y", "y")], [("y", "y")] * 9])
def test_without_two_labels_in_use_there_is_no_kappa(pairs: list[tuple[str, str]]) -> None:
    assert kappa(pairs) is None
