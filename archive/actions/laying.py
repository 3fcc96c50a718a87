"""Laying what arrived into the archive: documents, captures, texts, and an event for each."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model

from archive import bulk, storage
from archive.actions import events, slugs
from archive.actions.arrivals import Arrival, Place, places
from archive.actions.derive import Derived, Text, prepare, save, told
from archive.actions.events import Chain
from archive.actions.fixity import tell_mismatch
from archive.models import Capture, Document, User, new_uids
from archive.searching import port
from archive.searching.entries import Entry

CAPTURE = (
    *("id", "uid", "document_id", "blob_id", "url", "captured_at", "method", "original_name"),
)
DOCUMENT = (
    *("id", "uid", "slug", "title", "source_id", "external_id", "language", "authors"),
    *("published", "metadata", "event_count", "event_head"),
)
PROPOSED = {"language", "authors", "published"}


class Laid(NamedTuple):
    """An arrival that was written, and where."""

    arrival: Arrival
    place: Place
    capture: int
    capture_uid: str
    rendition: Derived


def lay_all(arrivals: Sequence[Arrival], *, by: User, at: datetime) -> list[Laid]:
    """Write what arrived, each as a new capture with its text and its event, in one go."""
    storage.put_all({each.digest: each.offer.data for each in arrivals})
    known = places(each.document for each in arrivals if each.document)
    new = [each for each in arrivals if not each.document]
    fresh = iter(created := new_places(new))
    found = [known[each.document] if each.document else next(fresh) for each in arrivals]
    keys, uids = bulk.keys(Capture, len(found)), new_uids(len(found))
    texts = prepare([*texts_of(arrivals, found, keys)])
    made = (text.made for text in texts)
    laid = [Laid(*row) for row in zip(arrivals, found, keys, uids, made, strict=True)]
    for each in laid:
        tell(each, by=by, at=at)
    # In this order: SQLite searches all tables for rows that wait for one that comes late.
    save_documents(new, created, by=by, at=at)
    bulk.insert(Capture, CAPTURE, map(capture, laid), received_at=at, received_by_id=by.pk)
    save(texts, by=by, at=at)
    events.write(place.chain for place in [*known.values(), *created])
    events.move_heads(Document, ((place.pk, place.chain) for place in known.values()))
    port.add(entry(each) for each in laid if each.place.is_new)
    if known:
        port.refresh(Document.objects.filter(pk__in=known))
    return laid


def new_places(arrivals: Sequence[Arrival]) -> list[Place]:
    """Keys, names and addresses for documents that come in now."""
    keys, uids = bulk.keys(Document, len(arrivals)), new_uids(len(arrivals))
    proposed = slugs.choose("document", [(a.offer.slug, a.offer.title) for a in arrivals])
    return [
        Place(key, uid, slug, Chain(Document.subject_kind, uid), is_new=True)
        for key, uid, slug in zip(keys, uids, proposed, strict=True)
    ]


def texts_of(
    arrivals: Sequence[Arrival], found: Sequence[Place], keys: Sequence[int]
) -> Iterator[Text]:
    for each, place, key in zip(arrivals, found, keys, strict=True):
        place.texts += 1
        yield Text(key, place.texts, each.offer.parsed)


def entry(laid: Laid) -> Entry:
    """What the staff's search finds a new document by."""
    offer = laid.arrival.offer
    authors = offer.description.get("authors", offer.parsed.authors)
    named = [offer.title, laid.place.slug, offer.external_id, *map(str, authors), offer.url]
    return Entry.of(laid.place.pk, named, offer.parsed.text)


def tell(laid: Laid, *, by: User, at: datetime) -> None:
    """One event that carries all steps; a digest that was promised and is another is its own."""
    arrival, chain, made = laid.arrival, laid.place.chain, laid.rendition
    offer = arrival.offer
    objects = [f"capture:{laid.capture_uid}", f"blob:{arrival.digest}"]
    new = ["accession"] if laid.place.is_new else []
    detail: dict[str, Any] = {
        **(offer.fetched or {}),
        "steps": [*new, "message digest calculation", "extraction"],
        "algorithm": "SHA-256",
        "size": len(offer.data),
        "known": arrival.is_known,
        **told(offer.parsed, made),
        **(offer.also if new else {}),
    }
    touched = [*objects, f"rendition:{made.uid}"]
    chain.add("ingestion", by=by, at=at, detail=detail, objects=touched)
    if offer.fixity and not offer.fixity.passed:
        tell_mismatch(chain, offer.fixity, by=by, at=at, objects=objects)


def save_documents(
    arrivals: Sequence[Arrival], created: Sequence[Place], *, by: User, at: datetime
) -> None:
    slugs.insert("document", [(place.slug, place.uid) for place in created], by=by, at=at)
    said = sorted({name for each in arrivals for name in each.offer.description} - PROPOSED)
    fields: list[Any] = [Document._meta.get_field(name) for name in said]
    bulk.insert(
        Document,
        [*DOCUMENT, *(field.attname for field in fields)],
        (
            (*document(each, place), *further(each, fields))
            for each, place in zip(arrivals, created, strict=True)
        ),
        created_by_id=by.pk,
        created_at=at,
    )


def document(arrival: Arrival, place: Place) -> bulk.Values:
    """The description that the text proposes, unless a person said otherwise."""
    offer, parsed = arrival.offer, arrival.offer.parsed
    said = offer.description.get
    return (
        place.pk,
        place.uid,
        place.slug,
        offer.title,
        offer.source.pk if offer.source else None,
        offer.external_id,
        said("language", parsed.language or ""),
        said("authors", list(parsed.authors)),
        said("published", parsed.published or ""),
        parsed.metadata,
        place.chain.count,
        place.chain.head,
    )


def further(arrival: Arrival, fields: Sequence[Any]) -> Iterator[Any]:
    """What else was said of a new document, in the order of the fields."""
    for field in fields:
        value = arrival.offer.description.get(field.name, field.get_default())
        yield value.pk if isinstance(value, Model) else value


def capture(laid: Laid) -> bulk.Values:
    offer = laid.arrival.offer
    place = laid.capture, laid.capture_uid, laid.place.pk, laid.arrival.blob
    said = offer.url, offer.captured_at, offer.method, offer.original_name
    return *place, *said
