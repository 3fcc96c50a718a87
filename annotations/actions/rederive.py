"""Deriving a document's text again from its bytes, with the extractors as they are now."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from annotations.actions.cases import open_cases
from annotations.actions.reanchor import Found, reanchor
from annotations.composing.document import newest_rendition
from archive import storage
from archive.actions.correct import parsed_of
from archive.actions.derive import derive
from archive.errors import Refused
from archive.ingest import Parsed, Unreadable, parse
from archive.ingest.warc.coding import undone
from archive.ingest.warc.content import charset
from archive.models import Capture, Document, Event, Rendition, User


class Rederived(NamedTuple):
    """The new rendition, None where nothing came out otherwise; what became of the marks."""

    rendition: Rendition | None
    carried: list[Found]


@transaction.atomic
def rederive(*, document: Document, by: User, at: datetime | None = None) -> Rederived:
    """A new rendition of the newest capture, where text, sections, comments or the extractor's
    version differ from the last. Marks are carried over as by `reanchor`, decisions inherited.

    Raises `Refused` where the bytes are missing or not read any more, where the last text was
    corrected by hand, and where its comments came from another file than its bytes.
    """
    Document._base_manager.select_for_update().get(pk=document.pk)
    last = newest_rendition(document)
    if last is None:
        raise Refused("The document has no capture to derive a text from.")
    if last.corrects_id:
        raise Refused(f"Text {last.number} was corrected by hand, which would be lost.")
    if "joined_comments" in document.metadata:
        raise Refused("Its comments came from another file: bring in both again.")
    new = parsed_again(last)
    if essence(new) == essence(parsed_of(last)):
        return Rederived(None, [])
    at = at or timezone.now()
    made = derive(last.capture, new, by=by, at=at)
    carried = reanchor(document=document, by=by, at=at)
    open_cases(rendition=made, at=at)
    return Rederived(made, carried)


def parsed_again(last: Rendition) -> Parsed:
    """What the extractors of today recognise in the bytes, what the web did to them undone."""
    facts = fetched(last.capture)
    coding = {name: facts.get(f"{name}_encoding", "") for name in ("transfer", "content")}
    try:
        data = storage.get(last.capture.blob.sha256)
        # A payload that came without headers tells by itself that it is compressed.
        coding["content"] = coding["content"] or "gzip" * data.startswith(b"\x1f\x8b")
        data, _ = undone(data, **coding)
        return parse(data, format=last.format, charset=charset(facts.get("content_type", "")))
    except FileNotFoundError:
        raise Refused("The bytes of the original are missing: run `verify`.") from None
    except Unreadable as error:
        raise Refused(f"The original is not read any more: {error}") from None


def fetched(capture: Capture) -> dict[str, Any]:
    """What the event of its ingest says of how the bytes were had from the web."""
    events = Event.objects.filter(
        subject_kind="document", subject_uid=capture.document.uid, event_type="ingestion"
    )
    own = f"capture:{capture.uid}"
    return next((each.detail for each in events if own in each.objects_touched), {})


def essence(parsed: Parsed) -> tuple[Any, ...]:
    """What a rendition keeps of it, and what made it."""
    comments = [each._replace(quotes=()) for each in parsed.comments]
    made_by = (parsed.extractor, parsed.extractor_version)
    return parsed.text, parsed.sections, comments, *made_by
