"""Recording what a fixity check found."""

from django.db import DatabaseError

from archive.actions.events import record
from archive.models import Document, User


def record_failure(*, digest: str, by: User) -> list[str]:
    """An event on every document of a blob that failed; returns the addresses where that failed.

    A history that was tampered with may take no event more; the failure is reported all the same.
    """
    failed = []
    for document in Document.objects.filter(captures__blob__sha256=digest).distinct():
        try:
            record(
                subject=document,
                event_type="fixity check",
                by=by,
                outcome="fail",
                detail={"algorithm": "SHA-256"},
                objects=[f"blob:{digest}"],
            )
        except DatabaseError:
            failed.append(document.slug)
    return failed
