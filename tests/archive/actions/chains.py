"""Following a subject's chain of events, digest by digest, as its rows lie in the database."""

from archive.actions.events import chained
from archive.models import Event, Subject


def events(subject: Subject) -> list[Event]:
    rows = Event.objects.filter(subject_kind=subject.subject_kind, subject_uid=subject.uid)
    return list(rows.order_by("sequence"))


def is_whole(subject: Subject) -> bool:
    """Whether every event follows on the last, and the subject's head is the last one."""
    subject.refresh_from_db()
    head = ""
    rows = events(subject)
    for number, event in enumerate(rows, start=1):
        if event.sequence != number or event.previous != head or event.digest != chained(event):
            return False
        head = event.digest
    return (subject.event_count, subject.event_head) == (len(rows), head)
