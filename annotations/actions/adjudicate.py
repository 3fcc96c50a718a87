"""Deciding between two readers, and taking over what is agreed and decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.annotate import annotate
from annotations.actions.double_reading import tell
from annotations.actions.marking import mark_claim
from annotations.agreement.matching import Pair, pairs, plain
from annotations.models import (
    Adjudication,
    AdjudicationOutcome,
    Annotation,
    AnnotationKind,
    Claim,
    ClaimState,
    DoubleReading,
    DoubleReadingState,
    ReadingMark,
)
from archive.errors import Refused
from archive.models import Conflict, User

NOT_YET = "Both readers have to be done first: until then neither sees what the other marked."
CLOSED = "This double reading is closed: its marks are annotations by now."
OWN = "You were one of the two readers: somebody else decides between them."
NO_RIGHT = "Your account may not decide between two readers."


def why_not(double: DoubleReading, user: User) -> str:
    """Why somebody may not decide here, as a sentence; empty where they may."""
    if not user.has_perm("annotations.adjudicate_doublereading"):
        return NO_RIGHT
    if double.readings.filter(reader=user).exists():
        return OWN
    states = {DoubleReadingState.READING: NOT_YET, DoubleReadingState.CLOSED: CLOSED}
    return states.get(DoubleReadingState(double.state), "")


@dataclass(frozen=True)
class Matter:
    """A pair of marks and what was decided on it, if anything was or has to be."""

    pair: Pair[ReadingMark]
    decision: Adjudication | None

    @property
    def is_open(self) -> bool:
        return bool(self.pair.differences) and self.decision is None

    def taken(self) -> list[ReadingMark]:
        """The marks that stand: of a pair that agrees its first, else as it was decided."""
        first, second = self.pair.first, self.pair.second
        outcome = self.decision.outcome if self.decision else AdjudicationOutcome.FIRST
        chosen = {
            AdjudicationOutcome.FIRST: [first],
            AdjudicationOutcome.SECOND: [second],
            AdjudicationOutcome.BOTH: [first, second],
            AdjudicationOutcome.NEITHER: [],
        }
        return [mark for mark in chosen[AdjudicationOutcome(outcome)] if mark]


def matters(double: DoubleReading) -> list[Matter]:
    """All pairs of marks of both readers in the order of the text, with what was decided."""
    first, second = (list(each.marks.standing()) for each in double.readings.order_by("number"))
    decided = {row.matter: row for row in double.adjudications.current()}
    return [Matter(pair, decided.get(pair.matter)) for pair in pairs(first, second)]


@transaction.atomic
def adjudicate(
    *,
    double: DoubleReading,
    matter: str,
    outcome: str,
    reason: str,
    by: User,
    replacing: str = "",
    at: datetime | None = None,
) -> Adjudication:
    """Decide one disagreement. `replacing` is the uid of the decision that the person saw.

    Raises `Refused` where there is nothing to decide, and `Conflict` where somebody else was first.
    """
    refuse(double, by)
    found = {each.pair.matter: each for each in matters(double)}.get(matter)
    if found is None or not found.pair.differences:
        raise Refused("The two readers do not differ here.")
    if not reason.strip():
        raise Refused("Say in a few words why you decide so.")
    check_fits(found, outcome)
    last = found.decision
    if last and last.uid != replacing:
        raise Conflict(last)
    row = Adjudication(
        double=double, matter=matter, outcome=outcome, reason=reason.strip(), supersedes=last,
        created_by=by, created_at=at or timezone.now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Conflict(double.adjudications.current().get(matter=matter)) from None
    return row


def check_fits(matter: Matter, outcome: str) -> None:
    """What only one reader marked stands or does not: the other has nothing to take over."""
    missing = {AdjudicationOutcome.FIRST: matter.pair.first} | {
        AdjudicationOutcome.SECOND: matter.pair.second
    }
    if outcome not in AdjudicationOutcome.values:
        raise Refused("Choose one of the outcomes.")
    if missing.get(AdjudicationOutcome(outcome), matter) is None:
        raise Refused("That reader marked nothing here: choose “neither” to leave the words out.")


def refuse(double: DoubleReading, by: User) -> None:
    """Lock the double reading, and refuse whoever may not decide on it."""
    double.state = DoubleReading.objects.select_for_update().get(pk=double.pk).state
    if sentence := why_not(double, by):
        raise Refused(sentence)


@transaction.atomic
def close_double_reading(
    *, double: DoubleReading, by: User, at: datetime | None = None
) -> list[Annotation]:
    """Make annotations of what is agreed and decided. Every disagreement has to be decided."""
    refuse(double, by)
    found = matters(double)
    left = sum(each.is_open for each in found)
    if left:
        raise Refused(f"Decide first what is open: {left} of {len(found)}.")
    at = at or timezone.now()
    made = [*take_over(double, found, by=by, at=at)]
    DoubleReading.objects.filter(pk=double.pk).update(state=DoubleReadingState.CLOSED)
    double.refresh_from_db()
    tell(double, "double reading closed", by=by, at=at, annotations=[row.uid for row in made])
    return made


def take_over(
    double: DoubleReading, found: list[Matter], *, by: User, at: datetime
) -> Iterator[Annotation]:
    """What both marked alike becomes one annotation; each mark says which it became."""
    for matter in found:
        for mark in matter.taken():
            row = annotation_of(double, mark, by=by, at=at)
            agreed = [] if matter.pair.differences else [matter.pair.second]
            keys = [each.pk for each in (mark, *agreed) if each]
            ReadingMark.objects.filter(pk__in=keys).update(annotation=row)
            yield row


def annotation_of(
    double: DoubleReading, mark: ReadingMark, *, by: User, at: datetime
) -> Annotation:
    if mark.kind != AnnotationKind.CLAIM:
        return annotate(
            rendition=double.rendition, start=mark.start, end=mark.end, kind=mark.kind,
            body=mark.body, by=by, at=at,
        )  # fmt: skip
    claim = claim_saying(mark.body)
    there = Annotation.objects.active().filter(
        rendition=double.rendition, start=mark.start, end=mark.end, claim=claim
    )
    return (claim and there.first()) or mark_claim(
        rendition=double.rendition, start=mark.start, end=mark.end, stance=mark.stance,
        claim=claim, statement=mark.body, by=by,
    )  # fmt: skip


def claim_saying(statement: str) -> Claim | None:
    """The claim with these very words, so that it is not made a second time."""
    same = Claim.objects.filter(state=ClaimState.ACTIVE, statement__iexact=statement)
    likely = Claim.objects.filter(
        state=ClaimState.ACTIVE, statement__istartswith=plain(statement)[:40]
    )
    return same.first() or next(
        (claim for claim in likely if plain(claim.statement) == plain(statement)), None
    )
