"""Marking words and saying what they are for in one act: a claim made, or evidence given."""

from typing import Any

from django.db import transaction

from annotations.actions.annotate import annotate
from annotations.actions.claims import create_claim
from annotations.actions.evidence import add_evidence
from annotations.models import Annotation, AnnotationKind, Claim, Evidence
from archive.actions import slugs
from archive.models import Rendition, User


@transaction.atomic
def mark_claim(
    *,
    rendition: Rendition,
    start: int,
    end: int,
    stance: str,
    by: User,
    claim: Claim | None = None,
    body: str = "",
    statement: str = "",
    slug: str = "",
    **values: Any,
) -> Annotation:
    """Tie words to a claim, or to a new one made of `statement`, `slug` and `values`.

    An empty slug is made from the statement. `values` as for `create_claim`.
    """
    if claim is None:
        slug = slug or slugs.propose("claim", statement)
        claim = create_claim(slug=slug, statement=statement, by=by, **values)
    return annotate(
        rendition=rendition,
        start=start,
        end=end,
        kind=AnnotationKind.CLAIM,
        claim=claim,
        stance=stance,
        body=body,
        by=by,
    )


@transaction.atomic
def mark_evidence(
    *, rendition: Rendition, start: int, end: int, claim: Claim, by: User, **values: Any
) -> Evidence:
    """Make words evidence for or against a claim. `values` as for `add_evidence`.

    Words that are marked as evidence already are not marked a second time.
    """
    words: dict[str, Any] = {"rendition": rendition, "start": start, "end": end}
    words["kind"] = AnnotationKind.EVIDENCE
    mark = Annotation.objects.active().filter(**words).first() or annotate(**words, by=by)
    return add_evidence(claim=claim, annotation=mark, by=by, **values)
