"""What the database itself refuses: a bad row for every constraint of both apps."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from annotations.models import (
    Adjudication,
    Annotation,
    Assessment,
    Assignment,
    Case,
    Claim,
    ClaimWord,
    Decision,
    Evidence,
    Flag,
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
    User,
    Withdrawal,
)
from tests.rows import Model, Rows, another, insert, label, models_of_ours

Columns = dict[str, Any]
MOMENT = datetime(2022, 9, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Bad:
    """A row that `constraint` refuses: another one with the columns `bad`.

    A model among the values stands for the key of its row. `same` are columns in which it
    repeats the row that there is; `first` goes in before it.
    """

    constraint: str
    model: Model
    bad: Columns
    same: tuple[str, ...] = ()
    first: Columns | None = None

    def __str__(self) -> str:
        bad = ((name, getattr(value, "__name__", value)) for name, value in self.bad.items())
        words = [f"{name}={value!r}" for name, value in bad]
        return f"{self.constraint}-{','.join([*words, *self.same])}"


def check(constraint: str, model: Model, **bad: Any) -> Bad:
    return Bad(constraint, model, bad)


def unique(constraint: str, model: Model, *same: str) -> Bad:
    return Bad(constraint, model, {}, same)


BAD = [
    check("adjudication_has_reason", Adjudication, reason=""),
    Bad("adjudication_one_first_per_matter", Adjudication, {"supersedes_id": None}),
    unique("access_point_once", AccessPoint, "role"),
    check("annotation_claim_and_stance_together", Annotation, claim_id=None),
    check("annotation_claim_and_stance_together", Annotation, stance=""),
    check("annotation_claim_and_stance_together", Annotation, kind="note"),
    check("annotation_claim_and_stance_together", Annotation, kind="note", claim_id=None),
    check("annotation_claim_and_stance_together", Annotation, kind="note", stance=""),
    check("annotation_range", Annotation, start=5, end=4),
    check("annotation_range", Annotation, start=5, end=5),
    check("assessment_digit_where_checkable", Assessment, credibility=None),
    check("assessment_digit_where_checkable", Assessment, credibility=0),
    check("assessment_digit_where_checkable", Assessment, credibility=7),
    check("assessment_digit_where_checkable", Assessment, verdict="not_checkable"),
    check("assessment_has_reasons", Assessment, reasons=""),
    check("assessment_one_first_per_claim", Assessment, supersedes_id=None),
    check("authority_has_name", Authority, name=""),
    check("authority_not_merged_into_itself", Authority, id=987, merged_into_id=987),
    unique("batch_item_once", BatchItem, "position"),
    check("blob_not_empty", Blob, size=0),
    Bad(
        "capture_once",
        Capture,
        {"captured_at": MOMENT, "url": "https://archive.example/"},
        first={"captured_at": MOMENT, "url": "https://archive.example/"},
    ),
    unique("capture_once_without_time", Capture, "url"),
    check("assignment_of_a_claim_or_a_document", Assignment, claim_id=None),
    check("assignment_of_a_claim_or_a_document", Assignment, document_id=Document),
    Bad("assignment_one_open_per_claim", Assignment, {"is_done": False}),
    Bad(
        "assignment_one_open_per_document",
        Assignment,
        {"claim_id": None, "document_id": Document, "is_done": False},
        first={"claim_id": None, "document_id": Document, "is_done": False},
    ),
    check("case_decided_has_outcome", Case, state="decided", outcome=""),
    check("case_decided_has_outcome", Case, state="open", outcome="keep"),
    check("case_decided_has_outcome", Case, state="other", outcome="keep"),
    unique("case_once_per_comment", Case, "part"),
    unique("claim_word_once", ClaimWord, "word"),
    check("claim_has_statement", Claim, statement=""),
    check("claim_merged_names_its_heir", Claim, state="merged"),
    check("claim_merged_names_its_heir", Claim, merged_into_id=Claim),
    check("comment_author_range", Comment, author_start=5, author_end=4),
    check("comment_author_range", Comment, author_start=5, author_end=5),
    check("comment_author_range", Comment, author_start=5, author_end=None),
    check("comment_author_range", Comment, author_start=None, author_end=5),
    unique("comment_once", Comment, "number"),
    check("comment_posted_range", Comment, posted_start=5, posted_end=5),
    check("comment_posted_range", Comment, posted_start=5, posted_end=None),
    check("comment_posted_range", Comment, posted_start=None, posted_end=5),
    check("comment_range", Comment, start=5, end=4),
    check("comment_range", Comment, start=5, end=5),
    check("decision_cites_a_rule", Decision, outcome="keep"),
    check("decision_cites_a_rule", Decision, undoes_id=None),
    check("decision_cites_a_rule", Decision, rule_id=Rule),
    check("decision_has_reason", Decision, reason=""),
    check("deaccession_has_reason", Deaccession, reason=""),
    unique("decision_once", Decision, "sequence"),
    check("decision_severity_0_to_3", Decision, severity=4),
    unique("document_external_id_once_per_source", Document, "external_id"),
    Bad(
        "document_external_id_once_without_source",
        Document,
        {"source_id": None, "external_id": "e-3", "slug": "third"},
        first={"source_id": None, "external_id": "e-3"},
    ),
    check("document_has_title", Document, title=""),
    check("edition_has_reason", Edition, reason=""),
    check("edition_number_from_1", Edition, number=0),
    unique("edition_number_once", Edition, "number"),
    unique("entry_once", Entry, "slug"),
    check("event_has_agent", Event, agent_name=""),
    unique("event_once", Event, "sequence"),
    check("evidence_has_note", Evidence, note=""),
    check("evidence_held_or_outside", Evidence, annotation_id=None),
    check("evidence_held_or_outside", Evidence, work="A book."),
    check("evidence_held_or_outside", Evidence, access="in_hand"),
    check("evidence_held_or_outside", Evidence, annotation_id=None, work="A book."),
    check("evidence_held_or_outside", Evidence, annotation_id=None, access="in_hand"),
    check(
        "evidence_names_what_it_is_cited_through",
        Evidence,
        annotation_id=None,
        work="A book.",
        access="cited_through",
    ),
    check("evidence_only_derived_names_another", Evidence, derived_from_id=Evidence),
    check("evidence_strength_is_a_word_of_ours", Evidence, strength="great"),
    unique("flag_once_per_person", Flag, "created_by_id"),
    check("name_has_text", Name, text=""),
    unique("name_once", Name, "text"),
    unique("mention_once", Mention, "role"),
    unique("passage_read_once", PassageRead, "start"),
    check("placing_has_a_place_unless_orphan", Placing, start=None, end=None),
    check("placing_has_a_place_unless_orphan", Placing, end=None),
    check("placing_has_a_place_unless_orphan", Placing, start=5, end=4),
    check("placing_has_a_place_unless_orphan", Placing, state="orphan"),
    unique("placing_once", Placing, "rendition_id"),
    check("placing_score_0_to_1", Placing, score=1.5),
    check("placing_score_0_to_1", Placing, score=-0.5),
    unique("quotation_once", Quotation, "start"),
    check("quotation_range", Quotation, start=5, end=5),
    check("rating_has_grounds", Rating, grounds=""),
    check("rating_one_first_per_source", Rating, supersedes_id=None),
    check("rating_value_known", Rating, value="G"),
    unique("redaction_once", Redaction, "start"),
    check("redaction_range", Redaction, start=5, end=5),
    unique("rendition_number_once", Rendition, "number"),
    check("reply_says_who_and_what", Reply, name=""),
    check("reply_says_who_and_what", Reply, concern=""),
    check("reply_says_who_and_what", Reply, words=""),
    check("reply_to_a_claim_or_a_document", Reply, claim_id=None),
    check("reply_to_a_claim_or_a_document", Reply, document_id=Document),
    check("review_has_reason", ReplyReview, reason=""),
    check("review_one_first_per_reply", ReplyReview, supersedes_id=None),
    check("review_shows_or_keeps", ReplyReview, outcome="hide"),
    unique("revision_once", Revision, "number"),
    unique("rule_once", Rule, "number"),
    unique("rule_position_once", Rule, "position"),
    check("scale_is_defined", VerdictScale, name=""),
    check("scale_is_defined", VerdictScale, definition=""),
    check("scale_version_from_1", VerdictScale, version=0),
    unique("scale_version_once", VerdictScale, "version"),
    check("section_heading_range", Section, heading_start=1, heading_end=1),
    check("section_heading_range", Section, heading_start=1, heading_end=None),
    check("section_heading_range", Section, heading_start=None, heading_end=1),
    check("section_heading_range", Section, heading_start=0, heading_end=999),
    check("section_heading_range", Section, start=3, heading_start=2, heading_end=4),
    unique("section_once", Section, "position"),
    check("section_range", Section, start=5, end=5),
    unique("reading_by_two_people", Reading, "reader_id"),
    check("reading_first_or_second", Reading, number=0),
    check("reading_first_or_second", Reading, number=3),
    unique("reading_number_once", Reading, "number"),
    check("reading_mark_claim_is_said", ReadingMark, stance="asserts"),
    check("reading_mark_claim_is_said", ReadingMark, kind="claim"),
    check("reading_mark_claim_is_said", ReadingMark, kind="claim", stance="asserts", body=""),
    check("reading_mark_range", ReadingMark, start=5, end=4),
    check("reading_mark_range", ReadingMark, start=5, end=5),
    check("settlement_has_reason", Settlement, reason=""),
    check("settlement_names_what_it_undoes", Settlement, outcome="undone"),
    check("settlement_names_what_it_undoes", Settlement, undoes_id=Settlement),
    unique("settlement_once", Settlement, "sequence"),
    unique("slug_never_reused", Slug, "value"),
    unique("slug_one_current", Slug, "state"),
    check("value_comes_to_a_verdict", VerdictValue, maps_to="void"),
    check("value_is_defined", VerdictValue, label=""),
    check("value_is_defined", VerdictValue, definition=""),
    check("value_position_from_1", VerdictValue, position=0),
    unique("value_position_once", VerdictValue, "position"),
    unique("value_slug_once", VerdictValue, "slug"),
    check("withdrawal_has_reason", Withdrawal, reason=""),
]

# What another constraint wants beside a reference.
BESIDE: dict[tuple[Model, str], Columns] = {
    (Claim, "merged_into_id"): {"state": "merged"},
    (Decision, "rule_id"): {"outcome": "keep"},
    (Evidence, "derived_from_id"): {"independence": "derived"},
    (Assignment, "document_id"): {"claim_id": None},
    (Reply, "document_id"): {"claim_id": None},
    (Settlement, "undoes_id"): {"outcome": "undone"},
}

every_model = pytest.mark.parametrize("model", models_of_ours(), ids=label)


def constraint_of(error: IntegrityError, model: Model) -> str:
    """The name of the constraint that refused: SQLite names columns where one is unique."""
    if diagnosis := getattr(error.__cause__, "diag", None):
        return diagnosis.constraint_name or diagnosis.column_name
    kind, _, names = str(error).partition(" constraint failed: ")
    if kind == "UNIQUE" and not names.startswith("index"):
        columns = [name.rpartition(".")[2] for name in names.split(", ")]
        return by_columns(model).get(tuple(columns), columns[0])
    return names.rpartition(".")[2].strip("'").removeprefix("index '")


def by_columns(model: Model) -> dict[tuple[str, ...], str]:
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    return {
        tuple(columns[name] for name in constraint.fields): str(constraint.name)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    }


def refusal(row: models.Model) -> str:
    """The name of the constraint, or of the column, that refuses the row."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        insert(row)
    return constraint_of(error.value, type(row))


def test_every_constraint_has_a_bad_row() -> None:
    constraints = {row.name for model in models_of_ours() for row in model._meta.constraints}
    assert {row.constraint for row in BAD} == constraints


def with_keys(rows: Rows, columns: Columns) -> Columns:
    return {
        name: rows[value].pk if isinstance(value, type) else value
        for name, value in columns.items()
    }


@pytest.mark.parametrize("row", BAD, ids=str)
def test_a_bad_row_is_refused_by_its_constraint(rows: Rows, row: Bad) -> None:
    if row.first:
        insert(another(rows, row.model, **with_keys(rows, row.first)))
    bad = with_keys(rows, row.bad)
    same = {name: getattr(rows[row.model], name) for name in row.same}
    assert refusal(another(rows, row.model, **bad | same)) == row.constraint


@every_model
def test_a_good_row_is_accepted(rows: Rows, model: Model) -> None:
    insert(another(rows, model))
    connection.check_constraints()


@every_model
def test_no_needed_column_may_be_null(rows: Rows, model: Model) -> None:
    for field in model._meta.concrete_fields:
        # JSON's own null is a value.
        if field.null or field.primary_key or isinstance(field, models.JSONField):
            continue
        assert refusal(another(rows, model, **{field.attname: None})) == field.column


@every_model
def test_no_count_may_be_negative(rows: Rows, model: Model) -> None:
    for field in model._meta.concrete_fields:
        if "Positive" in type(field).__name__:
            with pytest.raises(IntegrityError), transaction.atomic():
                insert(another(rows, model, **{field.attname: -1}))


@every_model
def test_what_is_unique_cannot_be_repeated(rows: Rows, model: Model) -> None:
    for field in model._meta.concrete_fields:
        value = getattr(rows[model], field.attname)
        if field.unique and not field.primary_key and value is not None:
            row = another(rows, model, **{field.attname: value})
            with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
                insert(row)


@every_model
def test_no_reference_may_lead_nowhere(rows: Rows, model: Model) -> None:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            columns = BESIDE.get((model, field.attname), {})
            row = another(rows, model, **columns | {field.attname: 987654})
            with pytest.raises(IntegrityError, match=r"(?i)foreign key"), transaction.atomic():
                insert_and_check(row)


def insert_and_check(row: models.Model) -> None:
    insert(row)
    connection.check_constraints()


@every_model
def test_nothing_that_is_referred_to_can_be_deleted(model: Model) -> None:
    """But for the operations log, which no record depends on."""
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and model is not Operation:
            assert field.remote_field.on_delete is models.PROTECT, field


def test_an_account_that_judged_cannot_be_deleted(rows: Rows) -> None:
    with pytest.raises(models.ProtectedError):
        rows[User].delete()
