"""Withdrawing a document: its editions close, and what quotes it closes or goes on without it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations.actions.closing import Removed, close_and_replace, showing, shut
from annotations.actions.locking import lock
from annotations.actions.reach import shown_by
from annotations.composing.gate import strings
from annotations.composing.stripping import Payload, strip
from annotations.composing.words import Shown, Withheld, runs
from archive.errors import Refused
from archive.models import Document, Edition, EditionKind, Rendition, Slug, User
from archive.payloads import Place


@dataclass(frozen=True)
class Withdrawn:
    """What a withdrawal did: the document's closed editions, and the new editions of others."""

    closed: list[Edition]
    replaced: list[Edition]


@transaction.atomic
def withdraw(
    *,
    document: Document,
    by: User,
    reason: str,
    show_title: bool = False,
    at: datetime | None = None,
) -> Withdrawn:
    """Close all open editions of the document, and in the same act all that show its words.

    The reason is public: it must not repeat the document's words. Raises `Refused` where nothing
    is open.
    """
    at = at or timezone.now()
    chosen = document
    lock(lambda: shown_by(chosen))
    document = Document.objects.get(pk=chosen.pk)
    own = Edition.objects.open().filter(kind=EditionKind.DOCUMENT, subject_uid=document.uid)
    closed = list(own.order_by("number"))
    if not closed:
        raise Refused(f"“{document.slug}” has no open edition: there is nothing to withdraw.")
    removed = everything(document)
    words = withdrawn_words(document, removed)
    check_reason(reason, words)
    for edition in closed:
        shut(edition, by=by, reason=reason, at=at, show_title=show_title)
    slugs = set(Slug.objects.filter(subject_uid=document.uid).values_list("value", flat=True))

    def gone(place: Place) -> bool:
        return place["document"] in slugs

    def remake(edition: Edition) -> Payload | None:
        return strip(edition.content, gone, words)

    heading = "A document that this edition quoted was withdrawn."
    replaced = close_and_replace(removed, remake, by=by, reason=heading, at=at)
    return Withdrawn(closed, replaced)


def check_reason(reason: str, words: Withheld) -> None:
    if not reason.strip():
        raise Refused("Say why: the reason stands on the page that readers find instead.")
    if words.holds(reason):
        raise Refused("The reason is public, and it repeats words of the withdrawn document.")


def everything(document: Document) -> Removed:
    rows = Rendition.objects.filter(capture__document=document)
    return {pk: [(0, length)] for pk, length in rows.values_list("pk", "length")}


def withdrawn_words(document: Document, removed: Removed) -> Withheld:
    """The document's words, less those that the editions which quote it show from elsewhere.

    Its title is among them, but for one so short that others may well have used its words.
    """
    texts = [*Rendition.objects.filter(capture__document=document).values_list("text", flat=True)]
    texts += [document.title] if runs(document.title) else []
    others = [row for row in showing(removed) if row.subject_uid != document.uid]
    named = {place["document"] for edition in others for place in places(edition.content)} - {
        document.slug
    }
    beside = (
        Edition.objects.open().filter(kind=EditionKind.DOCUMENT).exclude(subject_uid=document.uid)
    )
    shown = [
        text
        for edition in {*others, *beside.filter(slug__in=named)}
        if edition.kind == EditionKind.DOCUMENT
        for _, text in strings(edition.content["blocks"])
    ]
    return Withheld(texts, shown=Shown(shown))


def places(payload: Payload) -> list[Place]:
    """Every quotation with its place that a payload holds."""
    claims = [note["claim"] for note in payload.get("notes", ()) if note["claim"]]
    claims += [payload["claim"]] if payload["kind"] == EditionKind.CLAIM else []
    found = [row["place"] for claim in claims for row in claim["evidence"]]
    found += [row["place"] for row in payload.get("appearances", ())]
    return [place for place in found if place]
