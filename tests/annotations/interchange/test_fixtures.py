"""What goes out comes back, byte for byte."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from annotations.interchange.fixtures import export
from annotations.interchange.loading import load
from annotations.interchange.rows import exported
from archive import guards
from archive.actions.agents import software
from archive.models import Rendition
from tests.annotations.interchange import archives

# Tables of Django's and others' own: sign-ins, rights, logs and throttling stay where they are.
STAYS = {
    "admin.LogEntry",
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
    assert [model._meta.label for model in exported() if not model._default_manager.exists()] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def empty() -> None:
    with guards.lifted(connection):
        call_command("flush", interactive=False, verbosity=0)
    assert not Rendition.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("chosen", ["all", "one"])
def test_export_load_export_gives_the_same_bytes(
    chosen: str, tmp_path: Path, blob_folder: Path
) -> None:
    document = archives.small()
    archives.small("second")
    for index, target in enumerate(("before", "after")):
        export(
            tmp_path / target,
            audience="full",
            documents=[type(document).objects.get(slug="first")] if chosen == "one" else None,
        )
        if index == 0:
            empty()
            blob_folder.rename(tmp_path / "old blobs")
            load(tmp_path / "before", by=software())
    assert contents(tmp_path / "before") == contents(tmp_path / "after")
