"""Fixity checks, and what they found."""

from datetime import datetime

from django.db import DatabaseError

from archive import __version__
from archive.actions.events import Chain, record
from archive.ingest.item import Fixity
from archive.models import Capture, Document, Event, Operation, User
from archive.verifying.blobs import fault
from archive.verifying.history import CHECK

FAILED = "fail"
TOOL = f"variorum {__version__}"


def check(*, digest: str, size: int, by: User) -> tuple[str, list[str]]:
    """Look whether an original is what it was; returns what is wrong with it, "" for nothing.

    The operations log keeps every check, a history only one that failed: the list names documents
    whose history takes no event more.
    """
    problem = fault(digest, size)
    detail = {"tool": TOOL, "problem": problem}
    Operation.objects.create(kind=CHECK, by=by, subject=f"blob:{digest}", detail=detail)
    return problem, record_failure(digest=digest, by=by) if problem else []


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
