"""How many spans of many histories are carried to the right place, by their length."""

from collections import defaultdict
from collections.abc import Iterable

from annotations.anchoring import Carried, carry
from tests.annotations.anchoring.histories import Case, History

# The longest spans, in words, of each row.
LENGTHS = 5, 15, 40, 90
NAMES = "2-5", "6-15", "16-40", "41-90", "all"
KINDS = "untouched", "edited", "deleted"
# Two ranges are the same place from this share of common characters on.
ALIKE = 0.8


class Figures:
    """Counts of spans, by kind and length in words; `all` lengths together under 0."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, int], int] = defaultdict(int)
        self.right: dict[tuple[str, int], int] = defaultdict(int)

    def add(self, histories: Iterable[History]) -> None:
        for each in histories:
            found = carry(each.old, each.new, [case.span for case in each.cases])
            for case, carried in zip(each.cases, found, strict=True):
                self._count(case, carried)

    def _count(self, case: Case, carried: Carried) -> None:
        length = next(most for most in LENGTHS if case.words <= most)
        for row in ((case.kind, length), (case.kind, 0)):
            self.all[row] += 1
            self.right[row] += is_right(case, carried)

    def share(self, kind: str, length: int = 0) -> float:
        """Of the spans of a kind: those in the right place, or rightly in none (percent)."""
        return 100 * self.right[kind, length] / max(1, self.all[kind, length])

    def __str__(self) -> str:
        rows = [f"{'words':>10}" + "".join(f"{kind:>20}" for kind in KINDS)]
        for length, name in zip(
            (*LENGTHS, 0), ("2-5", "6-15", "16-40", "41-90", "all"), strict=True
        ):
            cells = (f"{self.share(k, length):.1f} % of {self.all[k, length]}" for k in KINDS)
            rows.append(f"{name:>10}" + "".join(f"{cell:>20}" for cell in cells))
        return "\n".join(rows)


def is_right(case: Case, carried: Carried) -> bool:
    """Whether a span was carried to where it stands; or, deleted, to no place without a doubt."""
    if carried.state in ("ambiguous", "orphan") or carried.start is None or carried.end is None:
        return case.place is None
    if case.place is None:
        return False
    start, end = case.place
    common = min(end, carried.end) - max(start, carried.start)
    return common >= ALIKE * (max(end, carried.end) - min(start, carried.start))
