"""Reading a text twice: opened for two people, marked by each alone, done when both say so."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations.actions.annotate import check_range
from annotations.models import (
    Annotation,
    AnnotationKind,
    DoubleReading,
    DoubleReadingState,
    Guideline,
    PassageRead,
    Reading,
    ReadingMark,
)
from archive.actions.events import record
from archive.digests import sha256
from archive.errors import Refused
from archive.models import Rendition, User

NOT_YOURS = "This text is read by two other people: what they mark is theirs."
DONE = "You said that you are done with this reading: your marks stay as they are now."
MARK_NEEDS_A_WORD = "A {} needs some words of its own."


@transaction.atomic
def open_double_reading(
    *,
    rendition: Rendition,
    readers: tuple[User, User],
    guideline: Guideline,
    by: User,
    at: datetime | None = None,
) -> DoubleReading:
    """Let two people mark a text, each without the other's marks until both are done."""
    first, second = readers
    if first == second:
        raise Refused("Two different people have to read it.")
    for reader in readers:
        if not (reader.is_active and reader.has_perm("annotations.add_annotation")):
            raise Refused(f"{reader.shown_name} may not mark texts.")
    at = at or timezone.now()
    double = DoubleReading.objects.create(
        rendition=rendition, guideline=guideline, created_by=by, created_at=at
    )
    for number, reader in enumerate(readers, start=1):
        Reading.objects.create(double=double, number=number, reader=reader)
    tell(double, "double reading opened", by=by, at=at, guideline=guideline.version)
    return double


@transaction.atomic
def mark_reading(
    *,
    reading: Reading,
    start: int,
    end: int,
    kind: str,
    by: User,
    body: str = "",
    stance: str = "",
    at: datetime | None = None,
) -> ReadingMark:
    """Mark `text[start:end]` in one's own reading. Of a claim, `body` is the statement.

    Raises `Refused` as `annotate` does for a range that does not hold, and after one is done.
    """
    double = open_to(reading, by).double
    row = Annotation(rendition=double.rendition, start=start, end=end, kind=kind)
    check_range(row)
    if kind == AnnotationKind.CLAIM and not stance:
        raise Refused("Say what the text does with the claim: assert, report, deny or question it.")
    if kind != AnnotationKind.LACUNA and not body.strip():
        raise Refused(MARK_NEEDS_A_WORD.format(kind))
    return ReadingMark.objects.create(
        reading=reading,
        start=start,
        end=end,
        words_sha256=sha256(double.rendition.text[start:end]),
        kind=kind,
        stance=stance if kind == AnnotationKind.CLAIM else "",
        body=body.strip(),
        created_by=by,
        created_at=at or timezone.now(),
    )


@transaction.atomic
def strike(*, mark: ReadingMark, by: User, is_struck: bool = True) -> ReadingMark:
    """Take back a mark of one's own reading, or let it stand again."""
    open_to(mark.reading, by)
    ReadingMark.objects.filter(pk=mark.pk).update(is_struck=is_struck)
    mark.refresh_from_db()
    return mark


@transaction.atomic
def read_passage(*, reading: Reading, start: int, end: int, by: User) -> None:
    """Say that one went through a passage, whether or not there was anything to mark."""
    open_to(reading, by)
    PassageRead.objects.get_or_create(reading=reading, start=start, defaults={"end": end})


@transaction.atomic
def finish_reading(*, reading: Reading, by: User, at: datetime | None = None) -> DoubleReading:
    """Be done; with the second of the two the marks of both can be compared."""
    double = open_to(reading, by).double
    if not reading.passages.exists():
        raise Refused("Say first which passages you have read.")
    Reading.objects.filter(pk=reading.pk).update(is_done=True)
    at = at or timezone.now()
    tell(double, "reading done", by=by, at=at, reading=reading.number)
    if not double.readings.filter(is_done=False).exists():
        DoubleReading.objects.filter(pk=double.pk).update(state=DoubleReadingState.COMPARING)
    double.refresh_from_db()
    return double


def open_to(reading: Reading, by: User) -> Reading:
    """The reading, locked: `by` has to be its reader, and not done yet."""
    DoubleReading.objects.select_for_update().get(pk=reading.double_id)
    reading.refresh_from_db()
    if reading.reader_id != by.pk:
        raise Refused(NOT_YOURS)
    if reading.is_done:
        raise Refused(DONE)
    return reading


def tell(
    double: DoubleReading, what: str, *, by: User, at: datetime, **detail: int | list[str]
) -> None:
    """The event on the document: numbers and ids, no words."""
    record(
        subject=double.rendition.capture.document,
        event_type=what,
        by=by,
        at=at,
        detail={"double_reading": double.uid, **detail},
        objects=[f"rendition:{double.rendition.uid}"],
    )
