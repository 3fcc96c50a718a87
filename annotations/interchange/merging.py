"""Rows that come to an archive which has some of them already."""

from django.db.models import Q

from annotations.interchange.ordering import natural_fields
from annotations.interchange.rows import Row, read
from archive.errors import Refused
from archive.models import Rendition


def unknown(batch: list[Row]) -> list[Row]:
    """The rows of one model that are not here yet. Raises `Refused` if one is here and differs."""
    here = {row.key: row for row in read(batch[0].model._default_manager.filter(named(batch)))}
    for row in batch:
        if row.key in here:
            compare(row, here[row.key])
    return [row for row in batch if row.key not in here]


def named(batch: list[Row]) -> Q:
    names = natural_fields(batch[0].model)
    query = Q()
    for row in batch:
        query |= Q(**dict(zip(names, row.key, strict=True)))
    return query


def compare(row: Row, here: Row) -> None:
    names = sorted(name for name in row.fields if row.fields[name] != here.fields[name])
    if names:
        raise Refused(f"{row} is here already and differs in {', '.join(names)}.")
    if row.model is Rendition and row.fields["length"] and is_bare(row):
        raise Refused(f"{row} is here without its text: load into an empty database.")


def is_bare(row: Row) -> bool:
    """Whether plain `loaddata` brought the row in; a frozen row cannot be given a text later."""
    return Rendition.objects.filter(uid=row.fields["uid"], text="").exists()
