"""Which rows a full export takes: all, or those of some documents and what these need."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, QuerySet

from annotations.interchange.closure import accounts, of_subjects, with_heirs, with_merged, within
from annotations.interchange.rows import exported
from annotations.models import (
    Adjudication,
    Annotation,
    Assessment,
    Assignment,
    Case,
    Claim,
    Decision,
    DoubleReading,
    Evidence,
    Flag,
    Guideline,
    Mention,
    PassageRead,
    Placing,
    Reading,
    ReadingMark,
    Redaction,
    Reply,
    ReplyReview,
    Revision,
    Rule,
    Settlement,
    VerdictScale,
    VerdictValue,
)
from archive.models import (
    AccessPoint,
    Authority,
    Blob,
    Capture,
    Comment,
    Deaccession,
    Document,
    Edition,
    EditionKind,
    Entry,
    Event,
    Name,
    Quotation,
    Rating,
    Rendition,
    Section,
    Slug,
    Source,
    User,
    Withdrawal,
)


@dataclass
class Selection:
    """A queryset for every model that travels, and how many rows had to stay behind and why."""

    rows: dict[type[Model], QuerySet[Any]]
    left_out: dict[str, int] = field(default_factory=dict)


def everything() -> Selection:
    return Selection({model: model._default_manager.all() for model in exported()})


def of_documents(documents: list[Document]) -> Selection:
    """These documents with their history and judgement.

    Left out is evidence that stands in the words of other documents, and what derives from it:
    it would need those documents whole.
    """
    chosen = record(documents) | judgement(documents) | readings(documents)
    chosen |= names(documents, chosen[Mention])
    evidence = chosen[Evidence]
    chosen[Evidence] = within(evidence, chosen[Annotation])
    chosen |= publications(chosen) | histories(chosen)
    chosen[User] = accounts(chosen.values())
    chosen[Event] = of_subjects(Event, chosen, Authority, Document, Claim, Source, User)
    left = evidence.count() - chosen[Evidence].count()
    return Selection(chosen, {Evidence._meta.label_lower: left} if left else {})


def record(documents: list[Document]) -> dict[type[Model], QuerySet[Any]]:
    captures = Capture.objects.filter(document__in=documents)
    renditions = Rendition.objects.filter(capture__in=captures)
    named = {pk for row in documents for pk in (row.source_id, row.comment_source_id) if pk}
    sources = Source.objects.filter(pk__in=with_heirs(Source, named, "part_of"))
    return {
        Document: Document.objects.filter(pk__in=[row.pk for row in documents]),
        Deaccession: Deaccession.objects.filter(document__in=documents),
        Source: sources,
        Rating: Rating.objects.filter(source__in=sources),
        Capture: captures,
        Blob: Blob.objects.filter(pk__in=captures.values("blob")),
        Rendition: renditions,
        Section: Section.objects.filter(rendition__in=renditions),
        Comment: Comment.objects.filter(rendition__in=renditions),
    }


def names(documents: list[Document], mentions: QuerySet[Any]) -> dict[type[Model], QuerySet[Any]]:
    """The authority records that documents are under or claims mention, with merged ones."""
    points = AccessPoint.objects.filter(document__in=documents)
    keys = {key for rows in (points, mentions) for key in rows.values_list("authority", flat=True)}
    keys = with_merged(Authority, keys)
    return {
        AccessPoint: points,
        Authority: Authority.objects.filter(pk__in=keys),
        Name: Name.objects.filter(authority__in=keys),
    }


def judgement(documents: list[Document]) -> dict[type[Model], QuerySet[Any]]:
    annotations = Annotation.objects.filter(rendition__capture__document__in=documents)
    made = Q(spans__in=annotations) | Q(evidence__annotation__in=annotations)
    keys = set(Claim.objects.filter(made).values_list("pk", flat=True))
    claims = Claim.objects.filter(pk__in=with_merged(Claim, keys))
    cases = Case.objects.filter(document__in=documents)
    replies = Reply.objects.filter(Q(claim__in=claims) | Q(document__in=documents))
    decisions = Decision.objects.filter(case__in=cases)
    placings = Placing.objects.filter(annotation__in=annotations)
    return {
        Annotation: annotations,
        Claim: claims,
        Assessment: Assessment.objects.filter(claim__in=claims),
        Assignment: Assignment.objects.filter(Q(claim__in=claims) | Q(document__in=documents)),
        Mention: Mention.objects.filter(claim__in=claims),
        Evidence: Evidence.objects.filter(claim__in=claims),
        Reply: replies,
        ReplyReview: ReplyReview.objects.filter(reply__in=replies),
        VerdictScale: VerdictScale.objects.all(),
        VerdictValue: VerdictValue.objects.all(),
        Rule: Rule.objects.all(),
        Case: cases,
        Flag: Flag.objects.filter(case__in=cases),
        Decision: decisions,
        Redaction: Redaction.objects.filter(decision__in=decisions),
        Placing: placings,
        Settlement: Settlement.objects.filter(placing__in=placings),
    }


def readings(documents: list[Document]) -> dict[type[Model], QuerySet[Any]]:
    double = DoubleReading.objects.filter(rendition__capture__document__in=documents)
    own = Reading.objects.filter(double__in=double)
    return {
        Guideline: Guideline.objects.all(),
        DoubleReading: double,
        Reading: own,
        ReadingMark: ReadingMark.objects.filter(reading__in=own),
        PassageRead: PassageRead.objects.filter(reading__in=own),
        Adjudication: Adjudication.objects.filter(double__in=double),
    }


def publications(chosen: dict[type[Model], QuerySet[Any]]) -> dict[type[Model], QuerySet[Any]]:
    uids = Q(kind__in=[EditionKind.RULES, EditionKind.SCALES])
    for kind, model in (
        (EditionKind.DOCUMENT, Document),
        (EditionKind.CLAIM, Claim),
        (EditionKind.SOURCE, Source),
    ):
        uids |= Q(kind=kind, subject_uid__in=chosen[model].values("uid"))
    editions = Edition.objects.filter(uids)
    renditions = chosen[Rendition]
    return {
        Edition: editions,
        Entry: Entry.objects.filter(edition__in=editions),
        Withdrawal: Withdrawal.objects.filter(edition__in=editions),
        Quotation: Quotation.objects.filter(edition__in=editions, rendition__in=renditions),
    }


def histories(chosen: dict[type[Model], QuerySet[Any]]) -> dict[type[Model], QuerySet[Any]]:
    return {
        Slug: of_subjects(Slug, chosen, Document, Claim, Source),
        Revision: of_subjects(Revision, chosen, Annotation, Claim, Evidence),
    }
