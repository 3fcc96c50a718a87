"""Finding that two claims are one, and that they were two after all."""

from datetime import datetime

from django.db import transaction

from annotations.actions.annotate import delete_annotation, restore_annotation
from annotations.actions.claim_words import index
from annotations.actions.locking import Keys, lock
from annotations.actions.moving import Act, move_evidence, move_span, tell, uids
from annotations.actions.revisions import revise
from annotations.actions.sets import new_set
from annotations.actions.standing import check_confirmed, check_in_use
from annotations.models import Annotation, AnnotationState, Claim, ClaimState, Evidence
from archive.errors import Refused
from archive.models import Conflict, Document, Event, User

MERGER = "claim merger"


@transaction.atomic
def merge_claims(
    *,
    claim: Claim,
    into: Claim,
    expected: int,
    by: User,
    reason: str,
    at: datetime | None = None,
) -> Claim:
    """Let one claim take over the words and evidence of another, which stays and leads to it.

    What was judged of the other stays with it. What readers see changes when the documents are
    published next. Returns the claim that took over; raises `Conflict` where `claim` is not at
    `expected`, `Refused` for itself and for what was merged or deleted.
    """
    lock(lambda: reach(claim, into))
    old, heir = Claim.objects.get(pk=claim.pk), Claim.objects.get(pk=into.pk)
    if old == heir:
        raise Refused("A claim cannot be merged into itself.")
    if old.version != expected:
        raise Conflict(old)
    check_in_use(heir)
    check_in_use(old)
    act = Act(by, reason, at)
    moved, doubled = take_spans(old, heir, act)
    evidence, shift = list(old.evidence.order_by("pk")), new_set(heir) - 1
    for row in evidence:
        move_evidence(row, heir, act, shift=shift)
    revise(row=old, expected=expected, state=ClaimState.MERGED, merged_into=heir, **act.columns)
    old.assignments.open().update(is_done=True)
    index([old, heir])
    detail = {"spans": uids(moved), "doubled": uids(doubled), "evidence": uids(evidence)}
    tell(MERGER, (old, heir), act, merged=old.uid, into=heir.uid, shift=shift, **detail)
    return heir


def reach(*claims: Claim) -> Keys:
    """The claims, and the documents whose words make them: their histories tell of it too."""
    documents = Document.objects.filter(captures__renditions__annotation__claim__in=claims)
    return {
        Document: set(documents.values_list("pk", flat=True)),
        Claim: {claim.pk for claim in claims},
    }


def spans_of(claim: Claim) -> list[Annotation]:
    rows = claim.spans.select_related("rendition__capture__document")
    return list(rows.defer("rendition__text").order_by("pk"))


def take_spans(old: Claim, heir: Claim, act: Act) -> tuple[list[Annotation], list[Annotation]]:
    """Tie the words to the heir; those that say the same there already are deleted instead."""
    there = {(row.rendition_id, row.start, row.end, row.stance) for row in spans_of(heir)
             if row.state == AnnotationState.ACTIVE}  # fmt: skip
    moved, doubled = [], []
    for row in spans_of(old):
        same = (row.rendition_id, row.start, row.end, row.stance) in there
        if same and row.state == AnnotationState.ACTIVE and not row.evidence_for.exists():
            delete_annotation(annotation=row, expected=row.version, **act.columns)
            doubled.append(row)
        else:
            move_span(row, heir, act)
            moved.append(row)
    return moved, doubled


@transaction.atomic
def unmerge_claim(
    *, claim: Claim, expected: int, by: User, reason: str, at: datetime | None = None
) -> Claim:
    """Undo a merger: the claim stands again, with what it brought and the other still has."""
    into = claim.merged_into
    if into is None:
        raise Refused("This claim was not merged: there is nothing to undo.")
    lock(lambda: reach(claim, into))
    old, heir = Claim.objects.get(pk=claim.pk), Claim.objects.get(pk=into.pk)
    if heir.state != ClaimState.ACTIVE:
        raise Refused(
            f"“{heir.slug}”, which took this claim over, is not in use: bring that back first."
        )
    act = Act(by, reason, at)
    revise(row=old, expected=expected, state=ClaimState.ACTIVE, merged_into=None, **act.columns)
    told = merger_of(old)
    give_back(old, heir, told, act)
    check_confirmed(heir)
    index([old, heir])
    tell("claim merger undone", (old, heir), act, merged=old.uid, into=heir.uid)
    return old


def merger_of(claim: Claim) -> Event:
    """The last merger of the claim into another: it names what was taken over."""
    rows = Event.objects.filter(subject_kind="claim", subject_uid=claim.uid, event_type=MERGER)
    return rows.filter(detail__merged=claim.uid).latest("sequence")


def give_back(old: Claim, heir: Claim, told: Event, act: Act) -> None:
    """What the merger moved and nobody has moved since."""
    detail = told.detail
    for span in spans_of(heir):
        if span.uid in detail["spans"]:
            move_span(span, old, act)
    for span in old.spans.filter(uid__in=detail["doubled"], state=AnnotationState.DELETED):
        restore_annotation(annotation=span, expected=span.version, **act.columns)
    for row in heir.evidence.filter(uid__in=detail["evidence"]).order_by("pk"):
        late = any(number <= detail["shift"] for number in row.sets)
        move_evidence(row, old, act, shift=0 if late else -detail["shift"])


def tied(claim: Claim) -> tuple[list[Annotation], list[Evidence]]:
    """The words that make a claim and the evidence on it that are in use."""
    spans = [row for row in spans_of(claim) if row.state != AnnotationState.DELETED]
    evidence = claim.evidence.filter(state="active").select_related("annotation", "derived_from")
    return spans, list(evidence)
