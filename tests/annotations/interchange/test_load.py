"""Loading takes an export whole or not at all, and overwrites nothing."""

import json
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from annotations.interchange.loading import load
from annotations.interchange.rows import exported
from archive import storage
from archive.actions.agents import software
from archive.actions.documents import describe
from archive.digests import sha256
from archive.errors import Refused
from archive.models import Blob, Document, Entry, Operation, Rendition, User
from tests import factories
from tests.annotations.interchange import archives, packages

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def original(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Path:
    """An export of the small archive, of which the database keeps nothing."""
    target = tmp_path_factory.mktemp("exports") / "package"
    with django_db_blocker.unblock(), transaction.atomic():
        archives.small()
        packages.full(target)
        transaction.set_rollback(True)
    return target


@pytest.fixture
def package(original: Path, tmp_path: Path) -> Path:
    """A copy of it for one test to spoil."""
    return Path(shutil.copytree(original, tmp_path / "package"))


def counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in exported()}


def test_loading_again_changes_nothing(package: Path) -> None:
    first = load(package, by=software())
    before = counts()
    again = load(package, by=software())
    assert (again.written, again.same) == (0, first.written + first.same)
    assert counts() == before


def test_what_is_here_already_is_kept_beside_it(package: Path) -> None:
    factories.document("My own text.", slug="mine")
    edith = User.objects.get(username="edith")
    packages.rewrite(package, lambda rows: same_account(rows, edith))
    load(package, by=software())
    assert {"mine", "first"} == set(Document.objects.values_list("slug", flat=True))


def same_account(rows: packages.Rows, account: User) -> None:
    """As if the account of this name had been the same one."""
    for row in rows:
        if row["fields"].get("username") == account.username:
            row["fields"] |= {"uid": account.uid, "event_count": account.event_count}


def test_an_account_that_is_here_keeps_its_password(package: Path) -> None:
    load(package, by=software())
    edith = User.objects.get(username="edith")
    edith.set_password("my own words")
    edith.save()
    load(package, by=software())
    assert User.objects.get(username="edith").check_password("my own words")


def test_accounts_come_without_a_password(package: Path) -> None:
    load(package, by=software())
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_a_row_that_differs_is_refused_by_name(package: Path) -> None:
    load(package, by=software())
    document = Document.objects.get()
    describe(document=document, expected=3, by=software(), abstract="Changed here.")
    before = counts()
    with pytest.raises(Refused, match="document first is here already and differs in abstract"):
        load(package, by=software())
    assert counts() == before


def test_projections_are_made_anew(package: Path) -> None:
    packages.rewrite(package, lambda rows: forge(rows, "archive.entry", title="Forged"))
    load(package, by=software())
    assert not Entry.objects.filter(title="Forged").exists()
    assert Entry.objects.exists()


def forge(rows: packages.Rows, model: str, **columns: Any) -> None:
    """Change columns of all rows of a model."""
    for row in rows:
        if row["model"] == model:
            row["fields"] |= columns


def test_originals_come_back(package: Path, blob_folder: Path) -> None:
    assert not blob_folder.exists()
    load(package, by=software())
    for digest in Blob.objects.values_list("sha256", flat=True):
        assert storage.get(digest) == (package / "blobs" / digest).read_bytes()


def one(package: Path, folder: str) -> Path:
    return next((package / folder).iterdir())


def tell(package: Path, **columns: Any) -> None:
    told = packages.manifest(package) | columns
    (package / "manifest.json").write_text(json.dumps(told))


def overwrite(package: Path, data: bytes) -> None:
    """Other rows, and a manifest that says so."""
    (package / "archive.json").write_bytes(data)
    tell(package, **{"archive.json": {"sha256": sha256(data)}})


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no manifest": (lambda p: (p / "manifest.json").unlink(), "manifest.json is missing"),
    "manifest is not JSON": (
        lambda p: (p / "manifest.json").write_text("{"),
        r"manifest\.json: not JSON",
    ),
    "another format": (lambda p: tell(p, format="another/9"), "the field format is not"),
    "half a manifest": (lambda p: tell(p, blobs={}), "the field files is missing"),
    "rows are missing": (lambda p: (p / "archive.json").unlink(), r"archive\.json is missing"),
    "rows were changed": (
        lambda p: (p / "archive.json").write_text("[]\n"),
        r"archive\.json was changed",
    ),
    "an original is missing": (lambda p: one(p, "blobs").unlink(), "blobs/[0-9a-f]{64} is missing"),
    "an original was changed": (
        lambda p: one(p, "blobs").write_bytes(b"x"),
        "blobs/[0-9a-f]{64} was changed",
    ),
    "a text is missing": (
        lambda p: one(p, "texts").unlink(),
        r"texts/[0-9a-f]{64}\.txt is missing",
    ),
    "a text was changed": (
        lambda p: one(p, "texts").write_bytes(b"x"),
        r"texts/[0-9a-f]{64}\.txt was changed",
    ),
    "a file too many": (
        lambda p: (p / "texts" / "more.txt").write_text("x"),
        "holds 2 files, and the manifest says 1",
    ),
    "an unknown model": (
        lambda p: packages.rewrite(p, lambda rows: rows[0].update(model="auth.group")),
        r"archive\.json, line 2: no model auth\.group travels",
    ),
    "an unknown field": (
        lambda p: packages.rewrite(p, lambda rows: forge(rows, "archive.user", is_superuser=True)),
        "the field is_superuser is not known",
    ),
    "a field is missing": (
        lambda p: packages.rewrite(p, lambda rows: rows[-1]["fields"].popitem()),
        "the field .* is missing",
    ),
    "a line that is not JSON": (
        lambda p: overwrite(p, b'[\n{"model": \xff}\n]\n'),
        r"archive\.json, line 2: not JSON in UTF-8",
    ),
    "fields that are none": (
        lambda p: overwrite(p, b'[\n{"model": [], "fields": []}\n]\n'),
        "a row has the fields model and fields",
    ),
    "not a row": (
        lambda p: packages.rewrite(p, lambda rows: rows[0].update(extra=1)),
        "a row has the fields model and fields",
    ),
    "a time that is none": (
        lambda p: packages.rewrite(p, lambda rows: forge(rows, "archive.capture", received_at="?")),
        "the value of the field received_at does not fit",
    ),
    "a reference that is none": (
        lambda p: packages.rewrite(
            p, lambda rows: forge(rows, "archive.capture", document=["a", 1])
        ),
        "the value of the field document does not fit",
    ),
    "a reference into nowhere": (
        lambda p: packages.rewrite(p, lambda rows: forge(rows, "archive.capture", document=["no"])),
        "the field document names no, which is nowhere",
    ),
    "what the database refuses": (
        lambda p: packages.rewrite(p, lambda rows: forge(rows, "archive.rating", value="Z")),
        "The database refuses rows of rating",
    ),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_not_whole_is_refused_and_nothing_is_written(how: str, package: Path) -> None:
    spoil, sentence = SPOILT[how]
    spoil(package)
    before = counts()
    with pytest.raises(Refused, match=sentence):
        load(package, by=software())
    assert counts() == before


def test_plain_loaddata_restores_the_rows_without_texts(package: Path) -> None:
    call_command("loaddata", str(package / "archive.json"), verbosity=0)
    expected = packages.manifest(package)["archive.json"]["rows"]
    assert {label.lower(): number for label, number in counts().items() if number} == expected
    assert set(Rendition.objects.values_list("text", flat=True)) == {""}


def test_rows_that_plain_loaddata_brought_cannot_be_given_their_texts(package: Path) -> None:
    call_command("loaddata", str(package / "archive.json"), verbosity=0)
    with pytest.raises(Refused, match="is here without its text: load into an empty database"):
        load(package, by=software())


def test_plain_loaddata_cannot_take_a_text_away(package: Path) -> None:
    load(package, by=software())
    with pytest.raises(Exception, match="frozen"):
        call_command("loaddata", str(package / "archive.json"), verbosity=0)
    assert "" not in set(Rendition.objects.values_list("text", flat=True))


def run(command: str, *arguments: str) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_did(package: Path) -> None:
    assert "rows loaded" in run("load", str(package))
    assert "Nothing to load" in run("load", str(package))
    assert Operation.objects.filter(kind="load").count() == 2


def test_json_is_one_value(package: Path) -> None:
    assert set(json.loads(run("load", str(package), "--json"))) == {"written", "same"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["nowhere"], "nowhere is not an export"), (["nowhere", "--by", "nobody"], "no account")],
)
def test_the_command_names_what_it_cannot_take(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        run("load", *arguments)
