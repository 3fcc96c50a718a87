"""What goes out comes back, byte for byte."""

from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from annotations.interchange.loading import load
from annotations.interchange.rows import exported
from archive.actions.agents import software
from archive.models import Document, Edition, Entry, Rendition
from archive.reading.samples import samples
from tests import factories
from tests.annotations.interchange import archives, packages

# Sign-ins, rights, logs and throttling stay where they are, and so do working papers and indexes.
STAYS = {
    "admin.LogEntry",
    "annotations.ClaimWord",
    "archive.Batch",
    "archive.BatchItem",
    "archive.Operation",
    "archive.User_groups",
    "archive.User_user_permissions",
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "axes.AccessAttempt",
    "axes.AccessAttemptExpiration",
    "axes.AccessFailureLog",
    "axes.AccessLog",
    "contenttypes.ContentType",
    "sessions.Session",
}


def test_every_model_travels_or_is_said_to_stay() -> None:
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert known == STAYS | {model._meta.label for model in exported()}


@pytest.mark.django_db
def test_the_small_archive_has_a_row_of_every_model() -> None:
    archives.small()
    archives.taken_out()
    assert [model._meta.label for model in exported() if not model._default_manager.exists()] == []


@pytest.mark.django_db
@pytest.mark.parametrize("slugs", [(), ("first",), ("first", "second")])
def test_export_load_export_gives_the_same_bytes(
    slugs: tuple[str, ...], tmp_path: Path, blob_folder: Path
) -> None:
    archives.small("first")
    archives.small("second")
    archives.taken_out()
    before = packages.full(tmp_path / "before", *slugs)
    packages.empty_database()
    blob_folder.rename(tmp_path / "gone")
    load(before, by=software())
    after = packages.full(tmp_path / "after", *slugs)
    assert packages.contents(after) == packages.contents(before)


@pytest.mark.django_db
def test_the_published_pages_of_a_loaded_archive_are_the_same_to_the_byte(
    client: Client, tmp_path: Path
) -> None:
    archives.small("first")
    archives.small("second")

    def pages() -> dict[str, tuple[int, bytes]]:
        paths = [path for route in samples().values() for path in route]
        answers = {path: client.get(path) for path in paths}
        return {path: (answer.status_code, answer.content) for path, answer in answers.items()}

    before, export = pages(), packages.full(tmp_path / "before")
    packages.empty_database()
    load(export, by=software())
    assert pages() == before
    assert {200, 410} <= {status for status, _ in before.values()}


@pytest.mark.django_db
def test_a_public_export_comes_back_the_same(tmp_path: Path) -> None:
    archives.small()
    before = packages.public(tmp_path / "before")
    packages.empty_database()
    load(before, by=software())
    assert Entry.objects.count() == Edition.objects.open().values("subject_uid").distinct().count()
    after = packages.public(tmp_path / "after")
    assert packages.contents(after) == packages.contents(before)


@pytest.mark.django_db
def test_texts_come_back_to_the_last_character(tmp_path: Path) -> None:
    archives.small()
    texts = dict(Rendition.objects.values_list("uid", "text"))
    assert any("\r\n" in text and "\U0001d11e" in text for text in texts.values())
    before = packages.full(tmp_path / "before")
    packages.empty_database()
    load(before, by=software())
    assert dict(Rendition.objects.values_list("uid", "text")) == texts


@pytest.mark.django_db
def test_the_order_in_which_rows_were_made_does_not_show(tmp_path: Path) -> None:
    for slug in ("first", "second"):
        archives.small(slug)
    both = packages.full(tmp_path / "both")
    parts = [packages.full(tmp_path / slug, slug) for slug in ("second", "first")]
    packages.empty_database()
    for part in parts:
        load(part, by=software())
    # Rules have no owner, so each part holds them; accounts are those that the parts name.
    assert packages.rows(packages.full(tmp_path / "again")) == packages.rows(both)


@pytest.mark.django_db
def test_an_archive_that_was_loaded_can_be_added_to(tmp_path: Path) -> None:
    archives.small()
    before = packages.full(tmp_path / "before")
    packages.empty_database()
    load(before, by=software())
    added = factories.document("Another text.", slug="another")
    assert Document.objects.count() == 2
    assert added.pk


@pytest.mark.django_db
def test_an_empty_archive_can_be_exported_and_loaded(tmp_path: Path) -> None:
    target = packages.full(tmp_path / "empty")
    assert {row["model"] for row in packages.rows(target)} == {"archive.user"}
    assert vars(load(target, by=software())) == {"written": 0, "same": 1}
