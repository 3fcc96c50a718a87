"""Correcting what is what in a text: its marks and decisions go on in the new reading of it."""

from collections.abc import Container, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from annotations.actions.cases import open_cases
from annotations.actions.reanchor import counted, reanchor
from archive.actions import correct as record_of
from archive.errors import Refused
from archive.models import Rendition, User


class Corrected(NamedTuple):
    """The new reading, and how many marks were carried into it."""

    rendition: Rendition
    carried: int


@transaction.atomic
def correct(
    *,
    rendition: Rendition,
    kinds: Mapping[int, str],
    dropped: Container[int] = frozenset(),
    by: User,
    reason: str,
    at: datetime | None = None,
) -> Corrected:
    """See `archive.actions.correct`. The words are the same, so every mark keeps its place; what
    was decided on comments that stay is inherited."""
    if not reason.strip():
        raise Refused("Say in a few words why you correct this.")
    at = at or timezone.now()
    made = record_of.correct(rendition=rendition, kinds=kinds, dropped=dropped, by=by, at=at)
    found = reanchor(document=made.capture.document, by=by, at=at)
    open_cases(rendition=made, at=at)
    return Corrected(made, counted(found)["exact"])
