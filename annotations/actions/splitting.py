"""Finding that a claim is two: chosen words and evidence go to a new one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from annotations.actions.claims import create_claim
from annotations.actions.locking import lock
from annotations.actions.merging import reach, tied
from annotations.actions.moving import Act, move_evidence, move_span, tell, uids
from annotations.actions.revisions import revise
from annotations.actions.standing import check_confirmed, check_in_use
from annotations.models import Annotation, Claim, Evidence
from archive.actions import slugs
from archive.errors import Refused
from archive.models import User


@transaction.atomic
def split_claim(
    *,
    claim: Claim,
    expected: int,
    statement: str,
    spans: Iterable[Annotation],
    evidence: Iterable[Evidence],
    by: User,
    reason: str,
    slug: str = "",
    at: datetime | None = None,
    **values: Any,
) -> Claim:
    """A new claim with these words and this evidence of another, which keeps the rest.

    An empty slug is made from the statement; `values` as for `create_claim`. What was judged stays
    with the old claim. Raises `Refused` where all or nothing is chosen, or what belongs together
    is torn apart.
    """
    lock(lambda: reach(claim))
    old = Claim.objects.get(pk=claim.pk)
    check_in_use(old)
    if statement.strip() == old.statement.strip():
        raise Refused("Give the new claim a statement of its own.")
    act, (held, bearing) = Act(by, reason, at), tied(old)
    words = [row for row in held if row in list(spans)]
    pieces = [row for row in bearing if row in list(evidence)]
    check_choice(held, bearing, words, pieces)
    slug = slug or slugs.propose("claim", statement)
    new = create_claim(slug=slug, statement=statement, by=by, at=at, **values)
    # What was tied to the claim is part of how it read.
    beside = {"split into": ("", new.slug)}
    revise(row=old, expected=expected, beside=beside, **act.columns)
    for span in words:
        move_span(span, new, act)
    for row in pieces:
        move_evidence(row, new, act)
    check_confirmed(old)
    detail = {"spans": uids(words), "evidence": uids(pieces)}
    tell("claim split", (old, new), act, claim=old.uid, new=new.uid, **detail)
    return new


def check_choice(
    held: list[Annotation],
    bearing: list[Evidence],
    words: list[Annotation],
    pieces: list[Evidence],
) -> None:
    """Refuse nothing, everything, and half of what belongs together."""
    if not words and not pieces:
        raise Refused("Choose the words or the evidence that the new claim takes along.")
    if words == held and pieces == bearing:
        raise Refused("That is all of it: change the statement of this claim instead.")
    going = {row.pk for row in pieces}
    for row in bearing:
        if row.derived_from_id and (row.pk in going) != (row.derived_from_id in going):
            raise Refused("Evidence that derives from other evidence goes where that goes.")
    for number in {number for row in bearing for number in row.sets}:
        sides = {row.pk in going for row in bearing if number in row.sets}
        if len(sides) > 1:
            raise Refused(f"Set {number} bears on the claim only together: take all of it or none.")
