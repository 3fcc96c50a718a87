"""Editions against the digests that readers were given, and what is derived from them."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max

from archive.digests import canonical, sha256
from archive.models import Edition, EditionKind, Entry, Quotation
from archive.verifying.problem import CHUNK, Problem, Tally

FEW = 10
SAME = (("kind", "kind"), ("uid", "subject_uid"), ("slug", "slug"), ("number", "number"))


def editions(tally: Tally) -> Iterator[Problem]:
    for row in Edition.objects.order_by("pk").iterator(chunk_size=FEW):
        tally["edition"] += 1
        if problem := fault(row):
            yield Problem("edition", f"{row.kind}/{row.slug}/{row.number}", problem)
    yield from gaps()
    yield from projections(tally)


def fault(row: Edition) -> str:
    if not row.payload:
        return "its payload is missing"
    if sha256(row.payload) != row.sha256:
        return "its payload has another SHA-256"
    return misfit(row)


def misfit(row: Edition) -> str:
    """What a payload of the right digest may still have wrong, "" where nothing is."""
    try:
        content: Any = json.loads(row.payload)
    except ValueError:
        return "its payload is not JSON"
    if canonical(content) != row.payload:
        return "its payload is not in canonical form"
    if any(content.get(key) != getattr(row, column) for key, column in SAME):
        return "its payload says that it is another edition"
    return ""


def gaps() -> Iterator[Problem]:
    """Numbers are never reused and none is left out; the rules are numbered by their version."""
    rows = Edition.objects.exclude(kind=EditionKind.RULES).order_by().values("kind", "subject_uid")
    counted = rows.annotate(found=Count("pk"), last=Max("number"), slug=Max("slug"))
    for row in counted.exclude(found=F("last")).iterator(chunk_size=CHUNK):
        name, missing = f"{row['kind']}/{row['slug']}", row["last"] - row["found"]
        yield Problem("edition", name, f"{missing} of its {row['last']} editions are missing")


def projections(tally: Tally) -> Iterator[Problem]:
    """Lists and search show no closed edition."""
    tally["projection"] += Entry.objects.count()
    closed = Entry.objects.filter(edition__withdrawal__isnull=False).order_by("pk")
    for kind, slug in closed.values_list("kind", "slug").iterator(chunk_size=CHUNK):
        yield Problem("projection", f"{kind}/{slug}", "its edition is closed")


def quotations(tally: Tally) -> Iterator[Problem]:
    """What withdrawing travels along lies within the texts."""
    tally["quotation"] += Quotation.objects.count()
    outside = Quotation.objects.filter(end__gt=F("rendition__length")).order_by("pk")
    for row in (
        outside.select_related("edition").defer("edition__payload").iterator(chunk_size=CHUNK)
    ):
        edition = f"{row.edition.kind}/{row.edition.slug}/{row.edition.number}"
        name = f"{edition}, {row.start} to {row.end}"
        yield Problem("quotation", name, "it lies outside the text")
