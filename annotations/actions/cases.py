"""Opening the moderation cases of a rendition, and flagging them."""

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.actions.inherit import Inheritance
from annotations.models import Case, CaseState, Decision, Flag, Part, Redaction
from annotations.moderation import policy, taxonomy, wording
from annotations.moderation.policy import Verb
from annotations.moderation.words import handle_span
from archive.actions.events import record
from archive.digests import canonical, sha256
from archive.errors import Refused
from archive.models import Rendition, User

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
    text, seen = rendition.text, set[str]()
    document = rendition.capture.document
    for comment in rendition.comments.select_related("parent").order_by("number"):
        handle = text_at(text, handle_span(comment))
        body = text[comment.start : comment.end]
        if handle is not None and handle not in seen:
            seen.add(handle)
            digest = sha256(handle)
            # A handle is judged apart from what was said under it.
            context = sha256(canonical([handle]))
            yield Case(document=document, comment=comment, part=Part.HANDLE, words_sha256=digest,
                       context_sha256=context)  # fmt: skip
        parent = comment.parent and text[comment.parent.start : comment.parent.end]
        context = sha256(canonical([body, handle, parent]))
        yield Case(document=document, comment=comment, part=Part.BODY, words_sha256=sha256(body),
                   context_sha256=context)  # fmt: skip


def text_at(text: str, place: tuple[int, int] | None) -> str | None:
    return None if place is None else text[slice(*place)]


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
