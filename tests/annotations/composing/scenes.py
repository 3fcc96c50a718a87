"""Small archives that the composing tests share; every withheld word is an unguessable token."""

from typing import Any

from annotations.models import (
    Annotation,
    Assessment,
    Case,
    Claim,
    Decision,
    Evidence,
    Redaction,
    Rule,
)
from archive.digests import sha256
from archive.models import Rendition
from tests import factories


def rule(number: str = "1", **columns: Any) -> Rule:
    found = Rule.objects.filter(version=1, number=number).first()
    values = {"title": f"Rule {number}", "text": "A rule.", "position": Rule.objects.count() + 1}
    outcomes = ["keep", "collapse", "redact", "withhold"]
    return found or Rule.objects.create(
        version=1, number=number, outcomes=outcomes, **values | columns
    )


def case(rendition: Rendition, number: int = 1, part: str = "body") -> Case:
    """The case of a comment's body or handle, made directly."""
    comment = rendition.comments.get(number=number)
    start, end = (comment.start, comment.end)
    if part == "handle":
        start, end = comment.author_start or 0, comment.author_end or 0
    words = sha256(rendition.text[start:end])
    values = {"words_sha256": words, "context_sha256": words}
    document = rendition.capture.document
    made, _ = Case.objects.get_or_create(
        comment=comment, part=part, defaults=values | {"document": document}
    )
    return made


def decided(
    rendition: Rendition,
    number: int,
    outcome: str,
    *,
    part: str = "body",
    redact: tuple[str, ...] = (),
    **columns: Any,
) -> Decision:
    """A decision made directly; `redact` are words of the comment."""
    row = case(rendition, number, part)
    decision = Decision.objects.create(
        case=row,
        sequence=row.decisions.count() + 1,
        outcome=outcome,
        rule=rule(),
        reason="Because.",
        decided_by=factories.moderator(),
        **columns,
    )
    start = rendition.comments.get(number=number).start
    for words in redact:
        at = rendition.text.index(words, start)
        Redaction.objects.create(decision=decision, start=at, end=at + len(words))
    state = "second_opinion" if columns.get("needs_second_opinion") else "decided"
    Case.objects.filter(pk=row.pk).update(outcome=outcome, state=state)
    return decision


def keep_all(rendition: Rendition) -> None:
    """Every comment and distinct handle that is not decided yet is kept."""
    handles: set[str] = set()
    for comment in rendition.comments.order_by("number"):
        keep(rendition, comment.number, "body")
        handle = rendition.text[comment.author_start or 0 : comment.author_end or 0]
        if handle and handle not in handles:
            keep(rendition, comment.number, "handle")
        handles.add(handle)


def keep(rendition: Rendition, number: int, part: str) -> None:
    if not case(rendition, number, part).decisions.exists():
        decided(rendition, number, "keep", part=part)


def mark(rendition: Rendition, words: str, **columns: Any) -> Annotation:
    """An annotation on words of a rendition, made directly; the kind is "note" unless told."""
    start = rendition.text.index(words)
    values = {"kind": "note", "body": "" if "claim" in columns else "A note."} | columns
    return Annotation.objects.create(
        rendition=rendition,
        start=start,
        end=start + len(words),
        words_sha256=sha256(words),
        created_by=factories.editor(),
        **values,
    )


def claim(slug: str, statement: str = "", **columns: Any) -> Claim:
    return Claim.objects.create(
        slug=slug,
        statement=statement or f"The statement of {slug}.",
        created_by=factories.editor(),
        **columns,
    )


def makes(rendition: Rendition, words: str, claim: Claim, stance: str = "asserts") -> Annotation:
    return mark(rendition, words, kind="claim", claim=claim, stance=stance)


def bears(rendition: Rendition, words: str, claim: Claim, relation: str = "supports") -> Evidence:
    """Words of a rendition as evidence for or against a claim."""
    return Evidence.objects.create(
        claim=claim,
        annotation=mark(rendition, words, kind="evidence", body=""),
        relation=relation,
        note="It says so.",
        created_by=factories.editor(),
    )


def assessed(claim: Claim, credibility: int = 3) -> Assessment:
    return Assessment.objects.create(
        claim=claim,
        credibility=credibility,
        verdict="supported",
        reasons="For good reasons.",
        as_of="2026-01-01",
        assessed_by=factories.editor(),
    )
