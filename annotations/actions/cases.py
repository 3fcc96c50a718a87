"""Opening the moderation cases of a rendition, and flagging them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.inherit import Inheritance
from annotations.models import Case, CaseState, Decision, Flag, Redaction
from annotations.moderation import policy, taxonomy, wording
from annotations.moderation.matters import Matter, Ranges, matters
from annotations.moderation.policy import Verb
from archive import bulk
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Rendition, User, new_uids

BATCH = 500


@transaction.atomic
def open_cases(*, rendition: Rendition, at: datetime | None = None) -> list[Case]:
    """All cases of a rendition: one per comment, one per distinct handle. Opens what is missing.

    Where text, handle and parent's text are those of a decided case of an earlier rendition of
    the document, its decision is inherited; anything changed leaves the case open.
    """
    at = at or timezone.now()
    opened = Case.objects.filter(comment__rendition=rendition)
    known = set(opened.values_list("comment_id", "part"))
    fresh = [row for row in wanted(rendition) if (row.comment_id, row.part) not in known]
    if fresh:
        inherited = store(fresh, Inheritance(rendition), at)
        record(
            subject=rendition.capture.document,
            event_type="moderation cases opened",
            by=rendition.made_by,
            at=at,
            detail={"opened": len(fresh), "inherited": inherited},
            objects=[f"rendition:{rendition.uid}"],
        )
    return list(opened.select_related("comment__rendition", "document"))


def wanted(rendition: Rendition) -> Iterator[Case]:
    """The cases that a rendition has to have, in the order of its text."""
    document = rendition.capture.document
    comments = list(rendition.comments.select_related("parent").order_by("number"))
    index = {row.pk: at for at, row in enumerate(comments)}
    ranges = [
        Ranges(
            row.start,
            row.end,
            row.author_start,
            row.author_end,
            None if row.parent_id is None else index[row.parent_id],
        )
        for row in comments
    ]
    for at, part, words, context in matters(rendition.text, ranges):
        yield Case(document=document, comment=comments[at], part=part, words_sha256=words,
                   context_sha256=context)  # fmt: skip


def open_new(opened: Iterable[tuple[int, Sequence[int], Sequence[Matter]]]) -> None:
    """Cases of documents that come in now, which have nothing to inherit and are told elsewhere.

    For each the document's key, its comments' keys and what is to be decided.
    """
    rows = [
        (document, comments[at], *digests)
        for document, comments, found in opened
        for at, *digests in found
    ]
    names = ("uid", "document_id", "comment_id", "part", "words_sha256", "context_sha256")
    bulk.insert(
        Case, names, ((uid, *row) for uid, row in zip(new_uids(len(rows)), rows, strict=True))
    )


def store(fresh: list[Case], inheritance: Inheritance, at: datetime) -> int:
    """Save the cases with what they inherit; returns how many inherit."""
    heirs = [(case, old) for case in fresh if (old := inheritance.of(case))]
    for case, old in heirs:
        case.state, case.outcome = CaseState.DECIDED, old.outcome
    Case.objects.bulk_create(fresh, batch_size=BATCH)
    rows = [(inheritance.copied(old, case, at), case, old) for case, old in heirs]
    Decision.objects.bulk_create([row for row, *_ in rows], batch_size=BATCH)
    Redaction.objects.bulk_create(
        Redaction(decision=row, start=start, end=end)
        for row, case, old in rows
        for start, end in inheritance.shifted(old, case)
    )
    return len(heirs)


@transaction.atomic
def flag(*, case: Case, category: str, reason: str, by: User, at: datetime | None = None) -> Flag:
    """Ask for attention to a case, once per person. Raises `Refused`."""
    at = at or timezone.now()
    sentence = (
        policy.may(by, Verb.FLAG, case)
        or ("" if category in taxonomy.CATEGORIES else "Choose one of the categories.")
        or wording.repeats(case, [reason])
    )
    if sentence:
        raise Refused(sentence)
    try:
        with transaction.atomic():
            made = Flag.objects.create(
                case=case, category=category, reason=reason.strip(), created_by=by, created_at=at
            )
    except IntegrityError:
        raise Refused("You have flagged this already.") from None
    record(
        subject=case.document,
        event_type="flag",
        by=by,
        at=at,
        detail={"part": case.part, "comment": case.comment.number, "category": category},
        objects=[f"flag:{made.uid}", f"case:{case.uid}"],
    )
    return made
