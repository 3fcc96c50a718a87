"""Names, versions and addresses that rows share."""

import re

import pytest
from django.db import models

from annotations.models import Annotation, Claim, ClaimWord, Evidence
from archive.models import BatchItem, Conflict, Document, Edition, Operation, Source, User, new_uid
from tests.rows import Model, Rows, label, models_of_ours

# Derived, or working papers: no export has them.
NAMELESS = (BatchItem, ClaimWord, Operation)
VERSIONED = [Annotation, Claim, Document, Evidence, Source, User]


def test_a_name_can_be_an_html_id_and_does_not_repeat() -> None:
    names = [new_uid() for _ in range(1000)]
    assert all(re.fullmatch("[a-z][a-z0-9]{9}", name) for name in names)
    assert len(set(names)) == 1000


@pytest.mark.parametrize(
    "model", [model for model in models_of_ours() if model not in NAMELESS], ids=label
)
def test_a_row_is_found_by_its_natural_key(rows: Rows, model: Model) -> None:
    manager, row = model._default_manager, rows[model]
    key = row.natural_key()  # type: ignore[attr-defined]
    assert manager.get_by_natural_key(*key) == row  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", models_of_ours(), ids=label)
def test_a_row_says_what_it_is(rows: Rows, model: Model) -> None:
    assert str(rows[model])


@pytest.mark.parametrize("model", VERSIONED, ids=label)
def test_a_stale_change_is_refused_and_shows_the_row_as_it_stands(rows: Rows, model: Model) -> None:
    row, stale = (model._default_manager.get(pk=rows[model].pk) for _ in range(2))
    name = next(
        field.name
        for field in model._meta.fields
        if isinstance(field, models.CharField) and field.editable and not field.choices
    )
    version = row.version  # type: ignore[attr-defined]
    row.change(expected=version, **{name: "first"})  # type: ignore[attr-defined]
    assert getattr(row, name) == "first"
    with pytest.raises(Conflict) as conflict:
        stale.change(expected=version, **{name: "second"})  # type: ignore[attr-defined]
    assert getattr(conflict.value.current, name) == "first"
    kept = model._default_manager.get(pk=row.pk)
    assert (getattr(kept, name), kept.version) == ("first", version + 1)  # type: ignore[attr-defined]


def test_a_change_at_a_version_still_to_come_is_refused(rows: Rows) -> None:
    source = rows[Source]
    assert isinstance(source, Source)
    with pytest.raises(Conflict):
        source.change(expected=source.version + 1, name="Too early")


@pytest.mark.parametrize(
    ("kind", "slug", "address"),
    [
        ("document", "a-text", "/documents/a-text/editions/3/"),
        ("claim", "a-claim", "/claims/a-claim/editions/3/"),
        ("source", "a-site", "/sources/a-site/editions/3/"),
    ],
)
def test_an_edition_has_a_lasting_address(kind: str, slug: str, address: str) -> None:
    assert Edition(kind=kind, slug=slug, number=3).get_absolute_url() == address


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ({"display_name": "Edith E.", "first_name": "Edith"}, "Edith E."),
        ({"first_name": "Edith", "last_name": "Evans"}, "Edith Evans"),
        ({}, "edith"),
    ],
)
def test_a_person_is_shown_by_the_best_name_there_is(columns: dict[str, str], shown: str) -> None:
    assert User(username="edith", **columns).shown_name == shown
