"""Publishing: compose documents with the claims and sources that they touch, and freeze them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations.actions.locking import lock
from annotations.actions.reach import composed_of, quoted, touched
from annotations.actions.succession import close_merged
from annotations.composing.claims import compose_claim, with_evidence
from annotations.composing.composition import Composition
from annotations.composing.decisions import Verdicts
from annotations.composing.document import compose_document, newest_rendition
from annotations.composing.neighbours import Neighbours
from annotations.composing.occasion import Occasion
from annotations.composing.rules import UID as RULES
from annotations.composing.rules import compose_rules
from annotations.composing.scales import UID as SCALES
from annotations.composing.scales import compose_scales
from annotations.composing.scope import Scope, being_published, open_elsewhere
from annotations.composing.shelf import Shelf
from annotations.composing.sources import compose_source
from annotations.models import Claim
from archive.actions.editions import freeze
from archive.actions.events import record
from archive.errors import Refused
from archive.models import Change, Document, Edition, Rendition, Source, Subject, User

Draft = tuple[Document, Rendition, Verdicts]

# What a publisher may say that an edition is; withholding says itself.
CHANGES = (Change.UPDATE, Change.CLARIFICATION, Change.CORRECTION)


class Blocked(Refused):
    """Publication is refused; `problems` says why, a sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = list(problems)


class Unconfirmed(Blocked):
    """There are warnings that nobody accepted."""


@dataclass
class Plan:
    """What one act would publish: each subject with its composition; unchanged ones left out."""

    parts: list[tuple[Subject, Composition]]

    @property
    def blocks(self) -> list[str]:
        return [f"{part.payload['slug']}: {line}" for _, part in self.parts for line in part.blocks]

    @property
    def warnings(self) -> list[str]:
        lines = [
            f"{part.payload['slug']}: {line}" for _, part in self.parts for line in part.warnings
        ]
        return list(dict.fromkeys(lines))

    @property
    def payloads(self) -> list[dict[str, object]]:
        return [part.payload for _, part in self.parts]


def preview(
    *,
    documents: Iterable[Document],
    by: User,
    reason: str = "",
    change: str = Change.UPDATE,
    at: datetime | None = None,
) -> Plan:
    """What publishing these documents would freeze, block and warn of. Writes nothing."""
    drafts = [draft(document) for document in documents]
    claims = with_evidence(touched({rendition.pk for _, rendition, _ in drafts}))
    named = sources(drafts)
    subjects = [*(document for document, _, _ in drafts), *claims, *named]
    shelf = Shelf(subject.uid for subject in subjects)
    occasion = Occasion(by, at or timezone.now(), reason, shelf, change)
    scope = scope_of(drafts, claims, shelf)
    parts: list[tuple[Subject, Composition]] = [*settled(drafts, scope, occasion)]
    for claim in claims:
        if composed := compose_claim(claim, scope, occasion):
            parts.append((claim, composed))
    parts += [(source, compose_source(source, occasion)) for source in named]
    changed = [(subject, part) for subject, part in parts if is_new(part, shelf)]
    hush([part for _, part in changed], shelf)
    check_neighbours([part for _, part in changed], drafts, scope)
    return Plan(changed)


def hush(parts: list[Composition], shelf: Shelf) -> None:
    """Call no change what only follows the editions that it quotes: the log tells of those."""
    for part in parts:
        newest = shelf.newest_payload(part.payload["uid"])
        if newest and part.only_follows(newest):
            part.payload["change"] = str(Change.NONE)


def check_neighbours(parts: list[Composition], drafts: list[Draft], scope: Scope) -> None:
    """Block what says words that another document withholds: one that it quotes.

    A publisher's page quotes nothing: no document published with it may withhold what it says.
    """
    neighbours = Neighbours(scope, {rendition.pk: verdicts for _, rendition, verdicts in drafts})
    batch = {rendition.pk for _, rendition, _ in drafts}
    for part in parts:
        quoted = {rendition for rendition, _, _ in part.quotations}
        found = neighbours.refusals(part, sorted(quoted or batch))
        part.blocks += [line for line in found if line not in part.blocks]


def scope_of(drafts: list[Draft], claims: list[Claim], shelf: Shelf) -> Scope:
    """What may be quoted: these documents as they will be shown, others as they are."""
    batch = [
        being_published(
            document, rendition, shelf.standing_number(document.uid), verdicts.removed()
        )
        for document, rendition, verdicts in drafts
    ]
    own = {shown.rendition.pk for shown in batch}
    return Scope([*batch, *open_elsewhere(quoted(claim.pk for claim in claims) - own)])


def settled(
    drafts: list[Draft], scope: Scope, occasion: Occasion
) -> list[tuple[Document, Composition]]:
    """The documents composed, each quoted under the number that it will have.

    Only a document that changed takes the next one. A place names the edition that it stands in,
    so that what changed changes what quotes it, and all is composed again until nothing moves.
    """
    shelf = occasion.shelf
    while True:
        parts = [
            (document, compose_document(document, rendition, verdicts, scope, occasion))
            for document, rendition, verdicts in drafts
        ]
        moved = False
        for (document, rendition, _), (_, part) in zip(drafts, parts, strict=True):
            shown, number = scope.shown[rendition.pk], shelf.next_number(document.uid)
            if is_new(part, shelf) and shown.edition != number:
                shown.edition, moved = number, True
        if not moved:
            return parts


def draft(document: Document) -> Draft:
    rendition = newest_rendition(document)
    if rendition is None:
        raise Refused(f"“{document.slug}” has no text yet: bring a capture of it in first.")
    return document, rendition, Verdicts(rendition)


def sources(drafts: list[Draft]) -> list[Source]:
    named = [
        source for row, _, _ in drafts for source in (row.source, row.comment_source) if source
    ]
    wholes = [source.part_of for source in named if source.part_of]
    return sorted({*named, *wholes}, key=lambda source: source.slug)


def is_new(part: Composition, shelf: Shelf) -> bool:
    """Whether the newest open edition says something else, or there is none."""
    newest = shelf.newest_payload(part.payload["uid"])
    return newest is None or not part.same_as(newest)


@transaction.atomic
def publish(
    *,
    documents: Iterable[Document],
    by: User,
    reason: str,
    change: str = Change.UPDATE,
    accept_warnings: bool = False,
    at: datetime | None = None,
) -> list[Edition]:
    """Freeze the documents' next editions, and those of claims and sources that changed with them.

    `reason` says what changed, to readers; `change` what kind of change it is to those who have
    read an earlier edition: a correction, a clarification or an update.

    All that they are made of is locked, the documents that they quote too, so that a decision
    landing meanwhile is in the editions or waits and travels to them. Raises `Blocked`,
    `Unconfirmed`, or `Refused` where nothing changed.
    """
    if not reason.strip():
        raise Refused("Say why this edition is published: first publication, a correction …")
    if change not in CHANGES:
        raise Refused("Say what kind of change it is: correction, clarification or update.")
    chosen = list(documents)
    lock(lambda: composed_of(chosen))
    rows = Document.objects.filter(pk__in=[document.pk for document in chosen])
    rows = rows.select_related("source__part_of", "comment_source__part_of").order_by("slug")
    plan = preview(documents=rows, by=by, reason=reason, change=change, at=at)
    if plan.blocks:
        raise Blocked(plan.blocks)
    if plan.warnings and not accept_warnings:
        raise Unconfirmed(plan.warnings)
    if not plan.parts:
        raise Refused("Nothing has changed since the newest editions: there is nothing to publish.")
    editions = [carry_out(subject, part, by=by, at=at) for subject, part in plan.parts]
    close_merged(by=by, at=at)
    return editions


def carry_out(
    subject: Subject, part: Composition, *, by: User, at: datetime | None = None
) -> Edition:
    edition = freeze(
        part.payload,
        by=by,
        at=at,
        quotations=sorted(part.quotations),
        accepted_warnings=part.warnings,
    )
    announce(subject, edition, by=by, at=at)
    return edition


def announce(subject: Subject, edition: Edition, *, by: User, at: datetime | None = None) -> None:
    """The event of a publication, on the subject's chain."""
    record(
        subject=subject,
        event_type="dissemination",
        by=by,
        at=at,
        detail={"edition": edition.number, "sha256": edition.sha256},
        objects=[f"edition:{edition.kind}/{edition.slug}/{edition.number}"],
    )


@transaction.atomic
def publish_rules(*, by: User, reason: str, at: datetime | None = None) -> Edition | None:
    """Publish the moderation rules in force; None where they are published already."""
    return publish_page(compose_rules, RULES, by=by, reason=reason, at=at)


@transaction.atomic
def publish_scales(*, by: User, reason: str, at: datetime | None = None) -> Edition | None:
    """Publish the verdict scales in force; None where they are published already."""
    return publish_page(compose_scales, SCALES, by=by, reason=reason, at=at)


def publish_page(
    compose: Callable[[Occasion], Composition],
    uid: str,
    *,
    by: User,
    reason: str,
    at: datetime | None,
) -> Edition | None:
    """Publish a page that is about no subject with a history of its own."""
    shelf = Shelf([uid])
    composition = compose(Occasion(by, at or timezone.now(), reason, shelf))
    if not is_new(composition, shelf):
        return None
    if composition.blocks:
        raise Blocked(composition.blocks)
    return freeze(composition.payload, by=by, at=at)
