"""Recording what a fixity check found."""

from datetime import datetime

from django.db import DatabaseError

from archive.actions.events import Chain, record
from archive.ingest.item import Fixity
from archive.models import Capture, Document, Event, User

CHECK, FAILED = "fixity check", "fail"


def tell_mismatch(
    chain: Chain, fixity: Fixity, *, by: User, at: datetime, objects: list[str]
) -> None:
    """Bytes that came with another digest than they have: kept as they are, and told."""
    detail = {
        "algorithm": fixity.algorithm,
        "expected": fixity.expected,
        "found": fixity.found,
    }
    chain.add(CHECK, by=by, at=at, outcome=FAILED, detail=detail, objects=objects)


def came_damaged(capture: Capture) -> bool:
    """Whether this capture's bytes came with a digest that is not theirs."""
    failed = Event.objects.filter(
        subject_kind=capture.document.subject_kind,
        subject_uid=capture.document.uid,
        event_type=CHECK,
        outcome=FAILED,
    )
    name = f"capture:{capture.uid}"
    return any(name in touched for touched in failed.values_list("objects_touched", flat=True))


def record_failure(*, digest: str, by: User) -> list[str]:
    """An event on every document of a blob that failed; returns the addresses where that failed.

    A history that was tampered with may take no event more; the failure is reported all the same.
    """
    failed = []
    for document in Document.objects.filter(captures__blob__sha256=digest).distinct():
        try:
            record(
                subject=document,
                event_type=CHECK,
                by=by,
                outcome=FAILED,
                detail={"algorithm": "SHA-256"},
                objects=[f"blob:{digest}"],
            )
        except DatabaseError:
            failed.append(document.slug)
    return failed
