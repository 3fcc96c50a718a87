"""What waits at the desk, and how far a section has come."""

from typing import Any, TypedDict

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from annotations.models import Case, CaseState, Decision, Flag
from archive.models import Document, Rendition, User

# Handles before what was said under them: they stand above it.
ORDER = ["document__slug", "comment__number", "-part"]


class Progress(TypedDict):
    """How many cases there are, and how many of them are decided, wait, or are flagged."""

    total: int
    decided: int
    waiting: int
    flagged: int


FLAGGED = Exists(Flag.objects.filter(case=OuterRef("pk")))
COUNTS: dict[str, Any] = {
    "total": Count("pk"),
    "decided": Count("pk", filter=Q(state=CaseState.DECIDED)),
    "waiting": Count("pk", filter=Q(state=CaseState.SECOND_OPINION)),
    "flagged": Count("pk", filter=Q(has_flag=True)),
}


def current() -> QuerySet[Case]:
    """The cases of every document's newest rendition, in the order of the desk."""
    newest = Rendition.objects.of(OuterRef("document")).values("pk")[:1]
    rows = Case.objects.filter(comment__rendition=Subquery(newest), document__deaccession=None)
    return rows.annotate(has_flag=FLAGGED).order_by(*ORDER)


def decided_by(user: User) -> Exists:
    """The condition that `user` has decided, or undone, something on the case."""
    return Exists(Decision.objects.filter(case=OuterRef("pk"), decided_by=user))


def sections() -> list[dict[str, Any]]:
    """Every document with cases: slug, title and progress, those with most left to do first."""
    grouped = current().order_by().values("document__slug", "document__title")
    rows: list[dict[str, Any]] = list(grouped.annotate(**COUNTS))  # type: ignore[arg-type]
    return sorted(rows, key=lambda row: (row["decided"] - row["total"], row["document__slug"]))


def progress(document: Document) -> Progress:
    found: Progress = current().filter(document=document).order_by().aggregate(**COUNTS)  # type: ignore[assignment]
    return found


def next_open(case: Case) -> Case | None:
    """The next case of the section that is not decided, from here on and then from its start."""
    rows = current().filter(document=case.document).exclude(state=CaseState.DECIDED)
    place = (case.comment.number, case.part == "body")
    waiting = list(rows.exclude(pk=case.pk).select_related("comment", "document"))
    later = [row for row in waiting if (row.comment.number, row.part == "body") > place]
    return next(iter(later or waiting), None)
