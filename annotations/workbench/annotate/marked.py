"""The marks of a text as the page needs them: their places, and rows with all that a card shows.

However many marks a text has, a range of it and a window of the list take the same time.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Prefetch, QuerySet, prefetch_related_objects

from annotations.models import (
    Annotation,
    AnnotationKind,
    AnnotationState,
    Assessment,
    Evidence,
    EvidenceState,
)
from archive.models import User
from archive.prepared import Columns, Prepared, Rows

# So many marks stand in the list at once, unless there are no more than WHOLE of them.
SHOWN, WHOLE = 40, 100
STANDING = (AnnotationState.ACTIVE, AnnotationState.ORPHAN)
DELETED = (AnnotationState.DELETED,)

ROW = Columns(Annotation)
AUTHOR = Columns(
    User, "id", "username", "display_name", "first_name", "last_name", path="created_by__"
)

WIDTH = len(ROW.names)


def listed(marks: QuerySet[Annotation]) -> QuerySet[Annotation, Any]:
    rows = marks.order_by("start", "end", "pk")
    return rows.values_list(*ROW.paths, *AUTHOR.paths)


def of(pk: int, states: Sequence[str]) -> QuerySet[Annotation]:
    return Annotation.objects.filter(rendition=pk, state__in=states)


def counted(marks: QuerySet[Annotation]) -> QuerySet[Annotation, Any]:
    return marks.order_by().values("rendition").annotate(n=Count("pk")).values_list("n")


ALL = Prepared(lambda pk: listed(Annotation.objects.filter(rendition=pk))[: WHOLE + 1], int)
FROM = Prepared(
    lambda pk, place: listed(of(pk, STANDING).filter(start__gte=place))[:SHOWN], int, int
)
BEFORE = Prepared(lambda pk, place: counted(of(pk, STANDING).filter(start__lt=place)), int, int)
TOTAL = Prepared(lambda pk: counted(of(pk, STANDING)), int)
GONE = Prepared(lambda pk: listed(of(pk, DELETED))[:SHOWN], int)
SPANS = Prepared(
    lambda pk, start, end: (
        of(pk, (AnnotationState.ACTIVE,))
        .filter(start__lt=end, end__gte=start)
        .values_list("start", "end", "uid", "kind")
    ),
    *(int, int, int),
)
TIED = Prepared(
    lambda pk, first, last: (
        Evidence.objects.filter(
            state=EvidenceState.ACTIVE,
            annotation__rendition=pk,
            annotation__start__gte=first,
            annotation__start__lte=last,
        )
        .order_by()
        .values_list("annotation")
    ),
    *(int, int, int),
)


def number(found: Rows) -> int:
    """What a counting query says."""
    return int(found[0][0]) if found else 0


def rows(found: Rows) -> list[Annotation]:
    """Marks with who made them, from what `listed` finds."""
    made: list[Annotation] = []
    authors: dict[tuple[Any, ...], User] = {}
    for values in found:
        row, author = ROW.row(values[:WIDTH]), values[WIDTH:]
        authors[author] = authors.get(author) or AUTHOR.row(author)
        row.created_by = authors[author]
        made.append(row)
    return made


def at(pk: int, first: int) -> list[Annotation]:
    """The marks of the list from this number on, the first being 1."""
    return rows(list(listed(of(pk, STANDING))[first - 1 : first - 1 + SHOWN]))


def furnished(marks: Iterable[Annotation]) -> list[Annotation]:
    """With claims, evidence and judgements, in a fixed number of queries; none without claims."""
    marks = list(marks)
    if claimed := [row for row in marks if row.claim_id]:
        current = Assessment.objects.current()
        prefetch_related_objects(
            claimed,
            "claim",
            Prefetch("claim__evidence", active(), to_attr="weighing"),
            Prefetch("claim__assessments", current, to_attr="judged"),
        )
    if given := tied(marks):
        pieces = active().select_related("claim")
        prefetch_related_objects(given, Prefetch("evidence_for", pieces, to_attr="tied"))
    return marks


def active() -> QuerySet[Evidence]:
    return Evidence.objects.filter(state=EvidenceState.ACTIVE)


def tied(marks: list[Annotation]) -> list[Annotation]:
    """Those of a text's marks that are evidence for something."""
    given = [row for row in marks if row.kind == AnnotationKind.EVIDENCE]
    if not given:
        return []
    places = [row.start for row in given]
    found = {pk for (pk,) in TIED(given[0].rendition_id, min(places), max(places))}
    return [row for row in given if row.pk in found]
