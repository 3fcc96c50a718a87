"""Sets of evidence: what is in a set bears on the claim only together; sets are alternatives."""

from annotations.composing.evidence import by_set
from annotations.models import Claim, Evidence, EvidenceState
from archive.errors import Refused

# More alternatives than anybody reads.
MOST = 99


def members(claim: Claim) -> dict[int, list[Evidence]]:
    """The evidence in use of every set of a claim, by the set's number, in order."""
    return by_set(claim.evidence.filter(state=EvidenceState.ACTIVE))


def new_set(claim: Claim) -> int:
    """The number of a set that the claim does not have, nor had: deleted evidence may come back."""
    taken = [number for sets in claim.evidence.values_list("sets", flat=True) for number in sets]
    return max(taken, default=0) + 1


def check_sets(row: Evidence) -> None:
    """Put the numbers in order; refuse what is none, and a set that says two things at once."""
    if not isinstance(row.sets, list) or not all(
        type(number) is int and 1 <= number <= MOST for number in row.sets
    ):
        raise Refused(f"Sets of evidence are numbers from 1 to {MOST}.")
    row.sets = sorted({*row.sets})
    if not row.sets:
        return
    found = members(row.claim)
    for number in row.sets:
        others = [other for other in found.get(number, []) if other.uid != row.uid]
        if any(other.relation != row.relation for other in others):
            raise Refused(
                f"What is in a set bears on the claim together, in one way: set {number} "
                f"{others[0].get_relation_display()} it, and this {row.get_relation_display()} it."
            )


def check_not_needed(row: Evidence) -> None:
    """Refuse to take away evidence without which the rest of a set would say too much."""
    found = members(row.claim)
    for number in row.sets:
        if len(found.get(number, [])) > 1:
            raise Refused(
                f"Other evidence of set {number} bears on the claim only together with this: "
                "take one out of the set first."
            )
