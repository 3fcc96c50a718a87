"""A document's whole history as a PREMIS 3 file."""

from archive.models import Capture, Document, Event
from archive.premis.elements import written
from archive.premis.events import agent_elements, told
from archive.premis.objects import objects
from archive.premis.rights import rights


def premis(document: Document) -> bytes:
    """XML: the document's objects, its chain of events, their agents, and its rights."""
    rows = Event.objects.filter(subject_kind=document.subject_kind, subject_uid=document.uid)
    events = [*rows.order_by("sequence")]
    captures = Capture.objects.filter(document=document).select_related("blob")
    named = {f"capture:{capture.uid}": capture for capture in captures}
    told_events = [each for event in events for each in told(event, named)]
    agents = agent_elements(events)
    return written([*objects(document), *told_events, *agents, *rights(document)])
