"""Marking many words at once, as an import does: rows by the hundred, an event for each text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from annotations.actions.annotate import check_said
from annotations.models import Annotation
from archive import bulk
from archive.actions import events
from archive.actions.events import Chain
from archive.models import Document, Rendition, User, new_uids

LONGEST_NAME = Annotation._meta.get_field("external_id").max_length or 0
LONGEST_LABEL = Annotation._meta.get_field("label").max_length or 0
TEXTS = 5


class Span(NamedTuple):
    """A range of a text, the digest of its words, and what is said of it."""

    start: int
    end: int
    words_sha256: str
    kind: str
    body: str
    external_id: str
    label: str


class Target(NamedTuple):
    """A document that is locked, and its newest text; `rendition` is 0 where it has none."""

    document: int
    chain: Chain
    rendition: int
    uid: str


def check(span: Span) -> None:
    """Refuse what no field holds, and a note without words."""
    is_short = len(span.label) <= LONGEST_LABEL and len(span.external_id) <= LONGEST_NAME
    if not is_short or not (span.body.strip() or span.label.strip()):
        check_said(Annotation(**span._asdict()))


def targets(names: Iterable[str]) -> dict[str, list[Target]]:
    """The documents called so: by address, else by their names elsewhere; at most a few each."""
    wanted = [*names]
    locked = Document.objects.select_for_update().order_by("slug")
    columns = ("slug", "external_id", "pk", "uid", "event_count", "event_head")
    by_slug = {row[0]: row for row in locked.filter(slug__in=wanted).values_list(*columns)}
    left = {*wanted} - {*by_slug}
    found = {name: [row] for name, row in by_slug.items()} | {name: [] for name in left}
    for row in locked.filter(external_id__in=left).values_list(*columns):
        found[row[1]].append(row)
    texts = newest(row[2] for several in found.values() for row in several)
    chains: dict[int, Chain] = {}
    return {
        name: [target(row, texts, chains) for row in several] for name, several in found.items()
    }


def target(
    row: tuple[str, str, int, str, int, str],
    texts: dict[int, tuple[int, str]],
    chains: dict[int, Chain],
) -> Target:
    _, _, pk, uid, count, head = row
    chain = chains.setdefault(pk, Chain(Document.subject_kind, uid, count, head))
    return Target(pk, chain, *texts.get(pk, (0, "")))


def newest(documents: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Key and name of the newest text of each."""
    rows = Rendition.objects.filter(capture__document__in=[*documents]).order_by("number")
    return {pk: (key, uid) for pk, key, uid in rows.values_list("capture__document", "pk", "uid")}


def texts(renditions: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Some at a time: a text may be long."""
    rows = Rendition.objects.filter(pk__in=[*renditions]).order_by("pk")
    yield from rows.values_list("pk", "text").iterator(chunk_size=TEXTS)


def annotate_many(
    found: Iterable[tuple[Target, list[Span]]], *, by: User, at: datetime | None = None
) -> int:
    """Mark the spans that are not there yet, told to each document in one event; returns how many.

    Who calls it has begun a transaction, and checked the spans against the texts.
    """
    at = at or timezone.now()
    marked = [*found]
    here = there([target.rendition for target, _ in marked])
    fresh = [
        (target, [span for span in dict.fromkeys(spans) if span not in here[target.rendition]])
        for target, spans in marked
    ]
    return write([(target, spans) for target, spans in fresh if spans], by, at)


def there(renditions: list[int]) -> dict[int, set[tuple[Any, ...]]]:
    """The spans of each text, as plain tuples."""
    # Those that name a claim are of a kind that no span is of. To ask for the others in words
    # would have SQLite go through all that name none.
    rows = Annotation.objects.active().filter(rendition__in=renditions)
    found = defaultdict(set)
    for rendition, *span in rows.order_by().values_list("rendition", *Span._fields):
        found[rendition].add(tuple(span))
    return found


def write(fresh: list[tuple[Target, list[Span]]], by: User, at: datetime) -> int:
    uids = iter(new_uids(sum(len(spans) for _, spans in fresh)))
    rows = []
    for target, spans in fresh:
        named = [(next(uids), span) for span in spans]
        rows += [(uid, target.rendition, *span) for uid, span in named]
        marks = [[uid, span.kind, span.start, span.end] for uid, span in named]
        detail = {"annotations": marks}
        told = [f"rendition:{target.uid}"]
        target.chain.add("annotation", by=by, at=at, detail=detail, objects=told)
    names = ("uid", "rendition_id", *Span._fields)
    bulk.insert(Annotation, names, rows, created_by_id=by.pk, created_at=at)
    events.write(target.chain for target, _ in fresh)
    events.move_heads(Document, ((target.document, target.chain) for target, _ in fresh))
    return len(rows)
