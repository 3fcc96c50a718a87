"""Verifying the whole archive: the record and the judgement."""

from collections.abc import Callable, Iterator
from itertools import groupby

from annotations.interchange.snapshot import snapshot
from annotations.models import (
    Annotation,
    AnnotationState,
    Assessment,
    Case,
    Decision,
    Redaction,
    Reply,
)
from annotations.moderation.words import span
from archive.actions.fixity import TOOL, record_failure
from archive.digests import sha256
from archive.models import Event, Operation, Rendition, User
from archive.verifying.checks import CHECKS
from archive.verifying.history import CHECK
from archive.verifying.problem import CHUNK, Check, Problem, Tally
from archive.verifying.witnesses import plainly, witnesses

KINDS = {
    "decision": plainly(Decision.objects.all(), "uid"),
    "assessment": plainly(Assessment.objects.all(), "uid"),
    "reply": plainly(Reply.objects.all(), "uid"),
}


def verify(*, by: User, tell: Callable[[Problem], object]) -> Tally:
    """Check everything, and `tell` each problem as it is found; returns how much was checked.

    A blob that failed leaves an event on its documents, a run an entry in the operations log.
    """
    tally, damaged, problems = Tally(), dict[str, str](), 0
    with snapshot():
        for check in (*CHECKS, *JUDGEMENT):
            for problem in check(tally):
                tell(problem)
                problems += 1
                damaged |= {problem.name: problem.problem} if problem.kind == "blob" else {}
    for digest in damaged:
        for slug in record_failure(digest=digest, by=by):
            tell(Problem("document", slug, "its history takes no event of the failed fixity"))
    detail = {"tool": TOOL, "checked": dict(tally), "problems": problems, "failed": damaged}
    Operation.objects.create(kind=CHECK, by=by, detail=detail)
    return tally


def annotations(tally: Tally) -> Iterator[Problem]:
    """Every mark stands on the words that it was made on."""
    rows = Annotation.objects.exclude(state=AnnotationState.ORPHAN).order_by("rendition_id", "pk")
    for key, marks in groupby(rows.iterator(chunk_size=CHUNK), key=lambda row: row.rendition_id):
        text = text_of(key)
        for row in marks:
            tally["annotation"] += 1
            if text is not None and not stands(text, row.start, row.end, row.words_sha256):
                yield Problem("annotation", row.uid, "its words are not those it was made on")


def text_of(rendition: int) -> str | None:
    """A rendition's text; None where it is missing, which is said once, of the rendition."""
    text, length = Rendition.objects.values_list("text", "length").get(pk=rendition)
    return None if length and not text else text


def stands(text: str, start: int, end: int, digest: str) -> bool:
    return end <= len(text) and sha256(text[start:end]) == digest


def cases(tally: Tally) -> Iterator[Problem]:
    """Every case is about the words that it was opened on."""
    rows = Case.objects.select_related("comment").order_by("comment__rendition_id", "pk")
    for key, found in groupby(
        rows.iterator(chunk_size=CHUNK), key=lambda row: row.comment.rendition_id
    ):
        text = text_of(key)
        for row in found:
            tally["case"] += 1
            if text is not None and not stands(text, *span(row), row.words_sha256):
                yield Problem("case", row.uid, "its words are not those it was opened on")


def rulings(tally: Tally) -> Iterator[Problem]:
    """Every decision, assessment and answer that an event speaks of is there."""
    yield from witnesses(tally, KINDS)


def redactions(tally: Tally) -> Iterator[Problem]:
    """Every decision removes the ranges that its event says."""
    for event in (
        Event.objects.filter(detail__has_key="ranges").order_by("pk").iterator(chunk_size=CHUNK)
    ):
        tally["redaction"] += len(event.detail["ranges"])
        uid = next(item[9:] for item in event.objects_touched if item.startswith("decision:"))
        rows = Redaction.objects.filter(decision__uid=uid).values_list("start", "end")
        if sorted(map(list, rows)) != sorted(event.detail["ranges"]):
            yield Problem("decision", uid, "it does not remove the ranges that its event says")


JUDGEMENT: tuple[Check, ...] = (annotations, cases, rulings, redactions)
