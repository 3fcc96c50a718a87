"""Cohen's kappa: do two readers call the same things by the same names?

J. Cohen, A coefficient of agreement for nominal scales, 1960. One is agreement, zero is what
chance gives for readers who use each label as often as these do.
"""

from collections import Counter
from collections.abc import Iterable


def kappa(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Agreement on the labels of things that both readers marked.

    None where there are none, or where both used one label throughout: then chance alone would
    make them agree.
    """
    found = list(pairs)
    ours, theirs = Counter(one for one, _ in found), Counter(other for _, other in found)
    by_chance = sum(ours[label] * theirs[label] for label in ours)
    if by_chance == len(found) ** 2:
        return None
    expected = by_chance / len(found) ** 2
    observed = sum(one == other for one, other in found) / len(found)
    return (observed - expected) / (1 - expected)
