"""Scales of verdicts: new versions of them, each written once."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from annotations.models import VerdictScale, VerdictValue
from archive.errors import Refused
from archive.models import User


class Word(NamedTuple):
    """A word of a scale as it is given; see `annotations.models.VerdictValue`."""

    slug: str
    label: str
    definition: str
    maps_to: str
    rating: int | None = None


@transaction.atomic
def make_scale(
    *,
    slug: str,
    name: str,
    definition: str,
    words: Sequence[Word],
    by: User,
    at: datetime | None = None,
) -> VerdictScale:
    """The first version of a scale, or the next one of a scale that there is.

    Judgements by earlier versions keep the words that they were made with.
    """
    version = VerdictScale.objects.filter(slug=slug).count() + 1
    scale = VerdictScale(
        slug=slug,
        version=version,
        name=name.strip(),
        definition=definition.strip(),
        created_by=by,
        created_at=at or timezone.now(),
    )
    _check(scale)
    if len(words) < 2:
        raise Refused("A scale has at least two words.")
    try:
        with transaction.atomic():
            scale.save()
    except IntegrityError:
        raise Refused(f"Somebody else made version {version} of this scale just now.") from None
    for position, word in enumerate(words, start=1):
        _add(scale, position, word)
    return scale


def _add(scale: VerdictScale, position: int, word: Word) -> None:
    row = VerdictValue(scale=scale, position=position, **word._asdict())
    _check(row, f"Word {position}, ")
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(f"Word {position}: “{word.slug}” is on this scale already.") from None


def _check(row: models.Model, where: str = "") -> None:
    try:
        row.clean_fields(exclude=["scale", "created_by"])
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        label = row._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        raise Refused(f"{where}{label}: {' '.join(messages)}") from None
