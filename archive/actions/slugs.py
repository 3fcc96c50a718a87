"""Addresses: each given once, for ever."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from archive.errors import Refused
from archive.models import Slug, SlugState, Subject, User

LENGTH = 80


def propose(kind: str, words: str) -> str:
    """An address made from a title that nothing of this kind ever had; a person confirms it."""
    base = slugify(words)[: LENGTH - 5].strip("-") or kind
    taken = set(
        Slug.objects.filter(kind=kind, value__startswith=base).values_list("value", flat=True)
    )
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)


def check_free(*, kind: str, slug: str) -> None:
    """Raise `Refused` for what is no address, or was ever given to anything of this kind."""
    if slug != slugify(slug) or not slug or len(slug) > LENGTH:
        raise Refused(
            f"“{slug}” is no address: use up to {LENGTH} small letters, digits and hyphens."
        )
    if Slug.objects.filter(kind=kind, value=slug).exists():
        raise taken(slug)


def taken(slug: str) -> Refused:
    return Refused(f"The address “{slug}” was given before and is never given twice.")


def register(*, subject: Subject, slug: str, by: User, at: datetime | None = None) -> Slug:
    """Give an address to a subject. Raises `Refused` if it was ever given to another."""
    own = Slug.objects.filter(
        kind=subject.subject_kind,
        value=slug,
        subject_uid=subject.uid,
        state=SlugState.CURRENT,
    ).first()
    if own:
        return own
    check_free(kind=subject.subject_kind, slug=slug)
    try:
        with transaction.atomic():
            return Slug.objects.create(
                kind=subject.subject_kind,
                value=slug,
                subject_uid=subject.uid,
                since=at or timezone.now(),
                by=by,
            )
    except IntegrityError:  # somebody else was faster
        raise taken(slug) from None


def retire(*, subject: Subject, withheld: bool) -> None:
    """Take the current address out of use: it answers 301, or 410 where its words are withheld."""
    state = SlugState.WITHHELD if withheld else SlugState.RENAMED
    Slug.objects.filter(
        kind=subject.subject_kind, subject_uid=subject.uid, state=SlugState.CURRENT
    ).update(state=state)
