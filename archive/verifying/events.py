"""Every history: no event changed, none missing, neither in the middle nor at its end."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from archive.actions.events import chained
from archive.models import Event, Subject
from archive.verifying.problem import CHUNK, Problem, Tally
from archive.verifying.subjects import heads, subject_models


def chains(tally: Tally) -> Iterator[Problem]:
    for model in subject_models():
        for batch in heads(model):
            yield from of_batch(model.subject_kind, batch, tally)
        yield from of_nobody(model)


def of_batch(kind: str, batch: dict[str, tuple[str, int, str]], tally: Tally) -> Iterator[Problem]:
    rows = Event.objects.filter(subject_kind=kind, subject_uid__in=batch)
    ordered = rows.order_by("subject_uid", "sequence").iterator(chunk_size=CHUNK)
    left = dict(batch)
    for uid, events in groupby(ordered, key=lambda event: event.subject_uid):
        name, count, head = left.pop(uid)
        yield from chain(f"{kind} {name}", counted(events, tally), count, head)
    for name, count, _ in left.values():
        if count:
            yield Problem("event", f"{kind} {name}, 1", f"it is missing, and so are all {count}")


def counted(events: Iterable[Event], tally: Tally) -> Iterator[Event]:
    for event in events:
        tally["event"] += 1
        yield event


def chain(name: str, events: Iterable[Event], count: int, head: str) -> Iterator[Problem]:
    """One subject's events in order, against one another and what the subject remembers."""
    sequence, previous, whole = 0, "", True
    for event in events:
        where = f"{name}, {event.sequence}"
        for missing in range(sequence + 1, event.sequence):
            yield Problem("event", f"{name}, {missing}", "it is missing")
            whole = False
        if whole and event.previous != previous:
            yield Problem("event", where, "it does not follow from the event before it")
        if chained(event) != event.digest:
            yield Problem("event", where, "its content is not what its digest says")
        sequence, previous, whole = event.sequence, event.digest, True
    for missing in range(sequence + 1, count + 1):
        yield Problem("event", f"{name}, {missing}", "it is missing")
    if sequence > count:
        yield Problem("event", f"{name}, {sequence}", f"its subject counts only {count}")
    if sequence == count and previous != head:
        yield Problem("event", f"{name}, {count}", "it is not the one that its subject remembers")


def of_nobody(model: type[Subject]) -> Iterator[Problem]:
    """Histories whose subject is gone."""
    kind = model.subject_kind
    rows = Event.objects.filter(subject_kind=kind, sequence=1)
    lost = rows.exclude(subject_uid__in=model._base_manager.values("uid")).order_by("pk")
    for uid in lost.values_list("subject_uid", flat=True).iterator(chunk_size=CHUNK):
        yield Problem(kind, uid, "it is gone, and its events are here")
