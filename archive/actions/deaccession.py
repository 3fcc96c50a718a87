"""Taking a document out of the holdings: nothing of it is deleted."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from archive.actions.events import record
from archive.errors import Refused
from archive.models import Deaccession, Document, Edition, User
from archive.searching.port import forget


@transaction.atomic
def deaccession(
    *, document: Document, by: User, reason: str, batch_uid: str = "", at: datetime | None = None
) -> Deaccession:
    """Take a document out; its name elsewhere is free again, its address is not.

    Raises `Refused` for one that was ever published, or was taken out already.
    """
    if not reason.strip():
        raise Refused("Say in a few words why it is taken out.")
    document = Document.objects.select_for_update().get(pk=document.pk)
    check_unpublished([document])
    if Deaccession.objects.filter(document=document).exists():
        raise Refused(f"“{document.slug}” was taken out already.")
    at = at or timezone.now()
    made = Deaccession.objects.create(
        document=document,
        external_id=document.external_id,
        batch_uid=batch_uid,
        reason=reason.strip(),
        made_by=by,
        made_at=at,
    )
    if document.external_id:
        document.change(expected=document.version, external_id="")
    detail = {"batch": batch_uid} if batch_uid else {}
    touched = [f"deaccession:{made.uid}"]
    record(subject=document, event_type="deaccession", by=by, at=at, detail=detail, objects=touched)
    forget([document.pk])
    return made


def check_unpublished(documents: list[Document]) -> None:
    uids = [document.uid for document in documents]
    published = Edition.objects.filter(kind="document", subject_uid__in=uids)
    if slugs := sorted(set(published.values_list("slug", flat=True))):
        raise Refused(
            f"Published already: {', '.join(slugs[:5])}. What was published is withdrawn, not "
            "taken out."
        )
