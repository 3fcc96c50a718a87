"""One row of every model of both apps, and how to make another that the database accepts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models

from annotations.models import (
    Adjudication,
    Annotation,
    Assessment,
    Assignment,
    Case,
    Claim,
    ClaimWord,
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
from archive.actions.authorities import Naming, create_authority
from archive.actions.editions import close, freeze
from archive.actions.sources import rate
from archive.models import (
    AccessPoint,
    Authority,
    Batch,
    BatchItem,
    Blob,
    Capture,
    Comment,
    Deaccession,
    Document,
    Edition,
    Entry,
    Event,
    Name,
    Operation,
    Quotation,
    Rating,
    Rendition,
    Section,
    Slug,
    Source,
    User,
    Withdrawal,
    new_uid,
)
from tests import factories
from tests.annotations.composing import scenes

Model = type[models.Model]
Rows = dict[Model, models.Model]


def models_of_ours() -> list[Model]:
    """Every model of the two apps, in a stable order."""
    found: Iterable[Model] = (
        model
        for app in ("archive", "annotations")
        for model in apps.get_app_config(app).get_models()
    )
    return sorted(found, key=lambda model: model._meta.label)


def label(model: Model) -> str:
    return str(model._meta.model_name)


def rules_payload(number: int) -> dict[str, Any]:
    """The least payload that can be frozen."""
    return {
        "kind": "rules",
        "uid": "rules",
        "slug": "rules",
        "number": number,
        "title": "Rules",
        "reason": "Because.",
        "rules": [],
    }


def one_of_each() -> Rows:
    """A row of every model. Where judgements supersede one another it is the second."""
    by = factories.editor()
    source = factories.source()
    text = factories.rendition(
        "One claim stands here.",
        [("alder", "The first words."), ("birch", "An answer.", 0)],
        source=source,
        external_id="e-1",
    )
    scenes.decided(text, 1, "keep")
    case = scenes.case(text)
    claim = scenes.claim("a-claim")
    first = scenes.assessed(claim)
    rate(source=source, value="C", grounds="Grounds.", by=by)
    closed, opened = (
        freeze(rules_payload(number), by=by, quotations=[(text.pk, 2, 5)]) for number in (1, 2)
    )
    reply = Reply.objects.create(
        claim=claim,
        name="An envoy",
        concern="the one named",
        received_on=date(2026, 1, 2),
        words="We never said so.",
        created_by=by,
    )
    scale = VerdictScale.objects.create(slug="two", name="Two", definition="Two.", created_by=by)
    place = create_authority(kind="place", name="Aigun", names=[Naming("Aihui", "zh-Latn")], by=by)
    document = text.capture.document
    made: list[models.Model] = [
        place,
        place.names.get(),
        AccessPoint.objects.create(document=document, authority=place, role="subject"),
        text,
        text.capture,
        text.capture.blob,
        document,
        text.sections.all()[0],
        text.comments.get(number=2),
        Event.objects.filter(subject_kind="document")[0],
        source,
        Slug.objects.get(value=source.slug),
        by,
        rate(source=source, value="B", grounds="Better grounds.", by=by),
        opened,
        opened.quotations.get(),
        close(closed, by=by, reason="Because."),
        Entry.objects.get(edition=opened),
        Operation.objects.create(kind="view", by=by),
        batch := Batch.objects.create(created_by=by),
        BatchItem.objects.create(batch=batch, position=1, path="a.txt", status="failed"),
        Deaccession.objects.create(
            document=factories.document("Gone."), reason="Because.", made_by=by
        ),
        claim,
        claim.words.all()[0],
        Mention.objects.create(claim=claim, authority=place, role="place"),
        Assignment.objects.create(claim=claim, owner=by, created_by=by),
        mark := scenes.makes(text, "One claim", claim),
        scenes.bears(text, "stands here", claim),
        Assessment.objects.create(
            claim=claim,
            credibility=2,
            verdict="supported",
            reasons="For better reasons.",
            as_of=date(2026, 1, 2),
            assessed_by=by,
            supersedes=first,
        ),
        Revision.objects.create(
            subject_kind="claim",
            subject_uid=claim.uid,
            number=1,
            fields={},
            reason="Because.",
            created_by=by,
        ),
        reply,
        ReplyReview.objects.create(
            reply=reply,
            outcome="keep",
            reason="Because.",
            reviewed_by=by,
            supersedes=ReplyReview.objects.create(
                reply=reply, outcome="show", reason="Because.", reviewed_by=by
            ),
        ),
        scale,
        VerdictValue.objects.create(
            scale=scale,
            position=1,
            slug="true",
            label="true",
            definition="So it is.",
            maps_to="supported",
        ),
        scenes.rule(),
        case,
        Flag.objects.create(case=case, category="abuse", created_by=by),
        decision := Decision.objects.create(
            case=case, sequence=2, reason="Undone.", decided_by=by, undoes=case.decisions.get()
        ),
        Redaction.objects.create(decision=decision, start=2, end=5),
        placing := Placing.objects.create(
            annotation=mark, rendition=text, start=0, end=9, state="moved", score=0.9, made_by=by
        ),
        Settlement.objects.create(
            placing=placing,
            sequence=1,
            outcome="accepted",
            reason="Because.",
            version=2,
            decided_by=by,
        ),
        *twice(text),
    ]
    return {type(row): row for row in made}


def twice(text: Rendition) -> list[models.Model]:
    """What hangs on a double reading."""
    by = factories.editor()
    guideline = Guideline.objects.create(version=1, title="What", text="Claims.", created_by=by)
    double = DoubleReading.objects.create(rendition=text, guideline=guideline, created_by=by)
    reading = Reading.objects.create(double=double, number=1, reader=by)
    decided: dict[str, Any] = {"double": double, "matter": "a/b", "reason": "Because."}
    first = Adjudication.objects.create(outcome="both", created_by=by, **decided)
    return [
        guideline,
        double,
        reading,
        ReadingMark.objects.create(
            reading=reading, start=0, end=3, kind="note", body="A note.", created_by=by
        ),
        PassageRead.objects.create(reading=reading, start=0, end=9),
        Adjudication.objects.create(outcome="first", created_by=by, supersedes=first, **decided),
    ]


def differences(rows: Rows) -> dict[Model, dict[str, Any]]:
    """What makes a copy of each row another row that the database accepts."""
    closed = rows[Withdrawal].edition_id  # type: ignore[attr-defined]
    other = factories.rendition()
    return {
        AccessPoint: {"role": "mentioned"},
        Adjudication: {"supersedes_id": rows[Adjudication].pk},
        Annotation: {},
        Assessment: {"supersedes_id": rows[Assessment].pk},
        Assignment: {"is_done": True},
        Authority: {},
        Batch: {},
        BatchItem: {"position": 99},
        Blob: {"sha256": "f" * 64},
        Capture: {"url": "https://archive.example/other"},
        Case: {"part": "handle"},
        Claim: {"slug": "other"},
        ClaimWord: {"word": "other"},
        Comment: {"number": 99},
        Decision: {"sequence": 99, "undoes_id": rows[Decision].pk},
        Deaccession: {"document_id": rows[Document].pk},
        Document: {"slug": "other", "external_id": "e-2"},
        DoubleReading: {},
        Edition: {"number": 99},
        Entry: {"edition_id": closed, "slug": "other"},
        Event: {"sequence": 99},
        Evidence: {},
        Flag: {"created_by_id": factories.reader().pk},
        Guideline: {"version": 99},
        Mention: {"role": "about"},
        Name: {"text": "other"},
        Operation: {},
        PassageRead: {"start": 99, "end": 100},
        Placing: {"rendition_id": other.pk},
        Quotation: {"start": 0},
        Reply: {},
        ReplyReview: {"supersedes_id": rows[ReplyReview].pk},
        VerdictScale: {"version": 99},
        VerdictValue: {"position": 99, "slug": "other"},
        Rating: {"supersedes_id": rows[Rating].pk},
        Reading: {"number": 2, "reader_id": factories.reader().pk},
        ReadingMark: {},
        Redaction: {"start": 0},
        Rendition: {"number": 99},
        Revision: {"number": 99},
        Rule: {"number": "99", "position": 99},
        Section: {"position": 99},
        Settlement: {"sequence": 99},
        Slug: {"value": "other", "state": "renamed"},
        Source: {"slug": "other"},
        User: {"username": "other"},
        Withdrawal: {"edition_id": rows[Edition].pk},
    }


def another(rows: Rows, model: Model, **columns: Any) -> models.Model:
    """An unsaved copy of the model's row: acceptable, but for what `columns` make of it."""
    row = rows[model]
    values = {
        field.attname: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }
    if "uid" in values:
        values["uid"] = new_uid()
    return model(**values | differences(rows)[model] | columns)


def insert(row: models.Model) -> None:
    """Past the model's own refusals, straight to the database."""
    type(row)._base_manager.bulk_create([row])
