"""Taking back what somebody decided on the places of marks."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations.actions.revisions import revise
from annotations.actions.settling import locked, newest, write
from annotations.models import Placing, Revision, Settled, Settlement
from archive.errors import Refused
from archive.models import Document, Rendition, User

PLACE = ("start", "end", "words_sha256", "state")


@transaction.atomic
def undo(*, document: Document, by: User, at: datetime | None = None) -> list[Placing]:
    """Take back what this person decided last in the newest text, be it one mark or many at once.

    A mark that somebody changed since stays as it is; raises `Refused` where that is all.
    """
    at, text = at or timezone.now(), newest(locked(document))
    rows = Settlement.objects.standing().filter(placing__rendition=text, decided_by=by)
    last = rows.order_by("-decided_at", "-pk").first()
    if last is None:
        raise Refused("There is nothing of yours left to undo here.")
    same = rows.filter(decided_at=last.decided_at).select_related(
        "placing__annotation__rendition", "placing__rendition__capture__document"
    )
    same = same.defer("placing__annotation__rendition__text", "placing__rendition__text")
    done = [row.placing for row in same.order_by("pk") if taken_back(row, by=by, at=at)]
    if not done:
        raise Refused("The mark was changed since: its history says how, and can restore it.")
    return done


def taken_back(last: Settlement, *, by: User, at: datetime) -> bool:
    mark = last.placing.annotation
    if mark.version != last.version:
        return False
    if values := before(last):
        reason = f"Undone: {last.get_outcome_display()}."
        revise(row=mark, expected=mark.version, by=by, reason=reason, at=at, **values)
    write(last.placing, Settled.UNDONE, "Undone.", by=by, at=at, undoes=last)
    return True


def before(last: Settlement) -> dict[str, Any]:
    """Where the mark stood before the decision; nothing where that changed nothing."""
    mark = last.placing.annotation
    kept = Revision.objects.filter(subject_kind="annotation", subject_uid=mark.uid)
    row = kept.filter(number=last.version - 1, created_at=last.decided_at).first()
    if row is None:
        return {}
    text = Rendition.objects.defer("text").get(uid=row.fields["rendition"])
    return {"rendition": text} | {name: row.fields[name] for name in PLACE}
