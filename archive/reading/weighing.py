"""Evidence as a page sorts it: for, against and qualifying, alone or only together. Pure.

Nothing is added up: what the evidence comes to is a person's judgement.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from archive.payloads import EvidencePart, SetPart

RELATIONS = {"supports": "For", "refutes": "Against", "qualifies": "Qualifying"}
# The strongest first; what nobody said comes last.
STRENGTHS = ("decisive", "strong", "fair", "slight", "")


@dataclass(frozen=True)
class Piece:
    """A piece of evidence; `origin` names the one that it derives from, where one is named."""

    part: EvidencePart
    origin: str


@dataclass(frozen=True)
class Body:
    """Evidence that bears on a claim by itself: one piece, or those of a set together.

    `missing`: how many pieces of the set are not shown.
    """

    pieces: list[Piece]
    missing: int = 0

    @property
    def is_set(self) -> bool:
        return len(self.pieces) + self.missing > 1

    @property
    def rank(self) -> int:
        """A set is as strong as its weakest piece."""
        return max(STRENGTHS.index(piece.part.get("strength", "")) for piece in self.pieces)


@dataclass(frozen=True)
class Side:
    """The evidence that does one thing to a claim; each body of it stands by itself."""

    relation: str
    bodies: list[Body]

    @property
    def heading(self) -> str:
        return RELATIONS[self.relation]

    @property
    def count(self) -> int:
        return len({piece.part["id"] for body in self.bodies for piece in body.pieces})


def sides(claim: Mapping[str, Any] | None) -> list[Side]:
    """Evidence for, against and qualifying a claim, the strongest first; empty sides left out."""
    if claim is None:
        return []
    pieces = {part["id"]: Piece(part, origin(part, claim)) for part in claim["evidence"]}
    sets: list[SetPart] = claim.get("sets", [])
    found = []
    for relation in RELATIONS:
        bodies = [
            Body([pieces[uid] for uid in one["evidence"]], one["left_out"])
            for one in sets
            if one["relation"] == relation and one["evidence"]
        ]
        bodies += [
            Body([piece])
            for piece in pieces.values()
            if piece.part["relation"] == relation and not piece.part.get("sets")
        ]
        if bodies:
            found.append(Side(relation, sorted(bodies, key=lambda body: body.rank)))
    return found


def origin(part: EvidencePart, claim: Mapping[str, Any]) -> str:
    """What the evidence is derived from, in words."""
    named = part.get("derived_from", "")
    for other in claim["evidence"]:
        if named and other["id"] == named:
            return str(other["work"] or other["place"]["title"])
    return ""


def conflict(relations: Iterable[str]) -> str:
    """A sentence where evidence speaks for and against; "" where it does not."""
    count = Counter(relations)
    favour, against = count["supports"], count["refutes"]
    if not (favour and against):
        return ""
    return (
        f"The evidence conflicts: {pieces(favour)} {'supports' if favour == 1 else 'support'} the "
        f"claim, and {pieces(against)} {'refutes' if against == 1 else 'refute'} it."
    )


def pieces(number: int) -> str:
    return "1 piece" if number == 1 else f"{number} pieces"


def reliabilities(payload: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The publishers of the texts that make a claim, each with its letter, by name."""
    places = (appearance["place"] for appearance in payload["appearances"])
    return sorted({(place["source"], place["reliability"]) for place in places})
