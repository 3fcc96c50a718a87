"""Addresses: each given once, for ever."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, count

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from archive import bulk
from archive.errors import Refused
from archive.models import Slug, SlugState, Subject, User

LENGTH = 80


def propose(kind: str, words: str) -> str:
    """An address made from a title that nothing of this kind ever had; a person confirms it."""
    return next(free(kind, base_of(kind, words)))


def base_of(kind: str, words: str) -> str:
    """The words as an address: whole ones, as many as there is room for."""
    whole = slugify(re.sub(r"[./_]", " ", words)).strip("-")
    room = LENGTH - 5
    if len(whole) > room:
        whole = whole[: room + 1].rpartition("-")[0] or whole[:room]
    return whole or kind


def free(kind: str, base: str) -> Iterator[str]:
    """The address itself if nothing had it, then those with a number that nothing had."""
    rows = Slug.objects.filter(kind=kind, value__startswith=base)
    taken = set(rows.values_list("value", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return (slug for slug in chain([base], numbered) if slug not in taken)


def choose(kind: str, wanted: Sequence[tuple[str, str]]) -> list[str]:
    """An address for each of these (address or "", title): the one given, or one made of the title.

    Raises `Refused` for a given one that is none, or is taken.
    """
    bases = [slug or base_of(kind, title) for slug, title in wanted]
    used = set(Slug.objects.filter(kind=kind, value__in=bases).values_list("value", flat=True))
    more: dict[str, Iterator[str]] = {}
    chosen = []
    for (slug, _), base in zip(wanted, bases, strict=True):
        if slug:
            check_free(kind=kind, slug=slug)
        elif base in used:
            if base not in more:
                more[base] = free(kind, base)
            base = next(each for each in more[base] if each not in used)
        chosen.append(base)
        used.add(base)
    return chosen


def insert(kind: str, wanted: Sequence[tuple[str, str]], *, by: User, at: datetime) -> None:
    """Give addresses to subjects that come in now: pairs of address and random name.

    Raises `Refused` where one is taken; the transaction that the caller has begun fails with it.
    """
    names = ("value", "subject_uid")
    try:
        bulk.insert(Slug, names, wanted, kind=kind, since=at, by_id=by.pk)
    except IntegrityError:  # somebody else was faster
        raise taken(wanted[0][0]) from None


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
