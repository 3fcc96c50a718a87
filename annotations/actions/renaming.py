"""Taking an address out of public sight for the words that it is made of."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations.actions.closing import close_and_replace
from annotations.actions.locking import lock
from annotations.actions.reach import shown_by
from annotations.actions.withdraw import everything, places
from annotations.composing.stripping import Payload
from archive.actions import slugs
from archive.actions.documents import rename
from archive.actions.editions import next_number
from archive.models import Document, Edition, EditionKind, User

REASON = "An address that this edition names is withheld for its words."


@transaction.atomic
def withhold_address(
    *, document: Document, expected: int, slug: str, by: User, at: datetime | None = None
) -> list[Edition]:
    """Give the document the address `slug`; the old one answers 410 and is named nowhere public.

    Open editions that name it are closed in the same act and go on, under the next number, with
    the new one. Returns those. Raises `Refused` for an address that was ever given.
    """
    lock(lambda: shown_by(document))
    document = Document.objects.get(pk=document.pk)
    slugs.check_free(kind=document.subject_kind, slug=slug)
    old, number = document.slug, next_number(EditionKind.DOCUMENT, document.uid)

    def renamed(edition: Edition) -> Payload:
        payload = edition.content
        if edition.subject_uid == document.uid:
            payload["slug"] = slug
        for place in places(payload):
            if place["document"] == old:
                place["document"], place["edition"] = slug, number
        return payload

    at = at or timezone.now()
    made = close_and_replace(everything(document), renamed, by=by, reason=REASON, at=at, removed={})
    rename(document=document, expected=expected, slug=slug, by=by, withheld=True, at=at)
    return made
