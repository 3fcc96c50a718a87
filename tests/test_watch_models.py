"""Every model is one of two kinds, and every judgement says who and when."""

from typing import Any

import pytest
from django.db import models

from archive.models import Frozen, Versioned
from archive.models.frozen import FrozenQuerySet
from tests.rows import Model, label, models_of_ours

FROZEN = {
    "adjudication",
    "assessment",
    "blob",
    "capture",
    "comment",
    "deaccession",
    "decision",
    "edition",
    "event",
    "guideline",
    "passageread",
    "placing",
    "quotation",
    "rating",
    "redaction",
    "rendition",
    "reply",
    "replyreview",
    "revision",
    "rule",
    "section",
    "verdictscale",
    "verdictvalue",
    "settlement",
    "withdrawal",
}
# A row that people edit has a version; the others change by an act of their own.
EDITED = {
    *("annotation", "assignment", "authority", "case", "claim", "document", "evidence"),
    *("source", "user"),
}
CHANGED_BY_ACTS = {
    "batch": "working papers of a run",
    "batchitem": "working papers of a run",
    "accesspoint": "part of a document's description, whose version guards it",
    "doublereading": "only its state changes",
    "claimword": "derived, and made anew from the claims",
    "entry": "derived, and made anew from the editions",
    "flag": "said once and taken back by nobody",
    "mention": "part of a claim, whose version guards it",
    "name": "part of an authority record, whose version guards it",
    "operation": "a log that may be pruned",
    "reading": "only its reader ends it",
    "readingmark": "struck out by its reader; at the close it is told what it became",
    "slug": "only its state changes",
}
# Moments that nobody in the archive caused, or whose person stands elsewhere.
BY_NOBODY = {
    "batch.moved_at": "the run itself, by whom it was begun",
    "blob.received_at": "its captures say who brought it",
    "capture.captured_at": "elsewhere, before the archive had it",
    "comment.posted_at": "by the comment's own author",
    "entry.published_at": "the edition says who",
}


def fields(model: Model) -> "dict[str, models.Field[Any, Any]]":
    return {field.name: field for field in model._meta.concrete_fields}


def test_every_model_is_frozen_edited_or_changed_by_acts() -> None:
    listed = [*FROZEN, *EDITED, *CHANGED_BY_ACTS]
    assert sorted(listed) == sorted(label(model) for model in models_of_ours())


@pytest.mark.parametrize("model", models_of_ours(), ids=label)
def test_a_model_is_what_it_is_listed_as(model: Model) -> None:
    assert issubclass(model, Frozen) == (label(model) in FROZEN)
    assert issubclass(model, Versioned) == (label(model) in EDITED)
    assert isinstance(model._default_manager.all(), FrozenQuerySet) == (label(model) in FROZEN)


@pytest.mark.parametrize("model", models_of_ours(), ids=label)
def test_every_moment_has_its_person(model: Model) -> None:
    """Set together by constraint: both are needed, so that neither stands without the other."""
    for name, field in fields(model).items():
        if name.endswith("_at") and f"{label(model)}.{name}" not in BY_NOBODY:
            person = fields(model)[f"{name.removesuffix('_at')}_by"]
            assert not field.null
            assert not person.null
            assert person.related_model is not None
            assert person.related_model._meta.model_name == "user"


def test_every_exception_is_a_field_that_there_is() -> None:
    there = {f"{label(model)}.{name}" for model in models_of_ours() for name in fields(model)}
    assert {*BY_NOBODY} <= there


@pytest.mark.parametrize("model", models_of_ours(), ids=label)
def test_every_model_says_what_it_is_for(model: Model) -> None:
    """Django writes a docstring of its own, the fields in brackets, where there is none."""
    told = model.__doc__ or ""
    assert told
    assert not told.startswith(f"{model.__name__}(")
