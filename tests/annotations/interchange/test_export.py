"""What an export holds, where it goes, and what it refuses."""

import json
import tracemalloc
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from annotations.interchange.fixtures import export
from annotations.models import Annotation
from archive import guards, storage
from archive.errors import Refused
from archive.models import Blob, Comment, Operation, Rendition, User
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.interchange import archives, packages

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("export", *arguments, stdout=out)
    return out.getvalue()


def test_accounts_travel_by_name_alone(tmp_path: Path) -> None:
    archives.small()
    User.objects.filter(username="edith").update(email="edith@archive.example", first_name="Edith")
    target = packages.full(tmp_path / "out")
    assert all(
        set(row["fields"])
        == {"uid", "username", "display_name", "kind", "event_count", "event_head"}
        for row in packages.rows(target, "archive.user")
    )
    written = (target / "archive.json").read_text()
    assert "edith@archive.example" not in written
    assert "md5$" not in written


def test_texts_are_no_part_of_the_rows(tmp_path: Path) -> None:
    rendition = factories.rendition("Words that nobody has published so far.")
    target = packages.full(tmp_path / "out")
    assert "nobody has published" not in (target / "archive.json").read_text()
    text = target / "texts" / f"{rendition.text_sha256}.txt"
    assert text.read_bytes().decode() == rendition.text


def test_originals_travel_under_their_digest(tmp_path: Path) -> None:
    archives.small()
    target = packages.full(tmp_path / "out")
    for digest in Blob.objects.values_list("sha256", flat=True):
        assert (target / "blobs" / digest).read_bytes() == storage.get(digest)


def test_what_only_looked_stays(tmp_path: Path) -> None:
    Operation.objects.create(kind="view", subject="unmistakable")
    target = packages.full(tmp_path / "out")
    assert "unmistakable" not in (target / "archive.json").read_text()


def test_times_keep_all_their_digits(tmp_path: Path) -> None:
    archives.small()
    rows = packages.rows(packages.full(tmp_path / "out"), "archive.rendition")
    assert "2026-01-02T03:04:05.678901Z" in {row["fields"]["made_at"] for row in rows}


def test_what_is_referred_to_comes_first(tmp_path: Path) -> None:
    """Replies to later comments, so that the order of numbers is not the order of replies."""
    rendition = factories.rendition("A text.", [("", "One."), ("", "Two."), ("", "Three.", 1)])
    above: Comment | None = None
    for number in (6, 5, 4):
        above = Comment.objects.create(
            rendition=rendition, number=number, start=0, end=1, parent=above
        )
    rows = packages.rows(packages.full(tmp_path / "out"), "archive.comment")
    assert [row["fields"]["number"] for row in rows] == [1, 2, 6, 3, 5, 4]


@pytest.mark.parametrize("audience", ["full", "public"])
def test_the_same_archive_gives_the_same_bytes(audience: str, tmp_path: Path) -> None:
    archives.small()
    for name in ("one", "two"):
        export(tmp_path / name, audience=audience)
    assert packages.contents(tmp_path / "one") == packages.contents(tmp_path / "two")


def test_one_document_takes_along_what_it_needs_and_no_other(tmp_path: Path) -> None:
    archives.small("first")
    archives.small("harbour")
    target = packages.full(tmp_path / "out", "first")
    assert [row["fields"]["slug"] for row in packages.rows(target, "archive.document")] == ["first"]
    assert "harbour-" not in (target / "archive.json").read_text()
    assert packages.manifest(target)["left_out"] == {}


def test_evidence_in_other_documents_stays_and_is_counted(tmp_path: Path) -> None:
    claim = archives.made("the-claim")
    for slug in ("first", "second"):
        rendition = factories.rendition(f"It was so, says the {slug}.", slug=slug)
        scenes.bears(rendition, "It was so", claim)
    target = packages.full(tmp_path / "out", "first")
    assert packages.manifest(target)["left_out"] == {"annotations.evidence": 1}
    assert len(packages.rows(target, "annotations.evidence")) == 1


def test_what_derives_from_evidence_that_stays_stays_too(tmp_path: Path) -> None:
    claim = archives.made("the-claim")
    scenes.bears(factories.rendition("So it was, here.", slug="first"), "So it was", claim)
    archives.weigh(scenes.bears(factories.rendition("It was so.", slug="second"), "It was", claim))
    target = packages.full(tmp_path / "out", "first")
    assert packages.manifest(target)["left_out"] == {"annotations.evidence": 2}


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    target = packages.full(tmp_path / "out")
    archives.small()
    packages.full(target)
    assert packages.rows(target, "archive.document")
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == ["out"]


def occupied(folder: Path, how: str) -> Path:
    """A target that no export may take the place of."""
    target = folder / "out"
    if how == "file":
        target.write_text("mine")
    elif how == "orphan":
        return folder / "nowhere" / "out"
    elif how == "export and a file of mine":
        packages.full(target)
        (target / "editions.json").write_text("mine")
    else:
        target.mkdir()
        (target / ("manifest.json" if how != "folder" else "letter.txt")).write_text(how)
    return target


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("file", "is a file"),
        ("folder", "not an earlier export"),
        ("not JSON", "not an earlier export"),
        ('{"format": "another"}', "not an earlier export"),
        ("[]", "not an earlier export"),
        ("export and a file of mine", "holds editions.json"),
        ("orphan", "is no folder"),
    ],
)
def test_what_is_no_export_of_ours_is_left_as_it_is(
    how: str, sentence: str, tmp_path: Path
) -> None:
    target = occupied(tmp_path, how)
    before = packages.contents(tmp_path)
    with pytest.raises(Refused, match=sentence):
        packages.full(target)
    assert packages.contents(tmp_path) == before


def spoil(what: str) -> str:
    """Damage something behind the archive's back; returns what the refusal has to name."""
    rendition = factories.rendition("A text.")
    digest: str = rendition.capture.blob.sha256
    file = Path(storage.blobs().path(storage.name_of(digest)))
    if what == "missing original":
        file.unlink()
    elif what == "damaged original":
        file.write_bytes(b"Another.")
    else:
        with guards.lifted(connection):
            connection.cursor().execute("UPDATE archive_rendition SET text = 'A test.'")
        return rendition.uid
    return digest


@pytest.mark.parametrize("what", ["missing original", "damaged original", "changed text"])
def test_what_is_damaged_is_not_passed_on(what: str, tmp_path: Path) -> None:
    target = packages.full(tmp_path / "out")
    before = packages.contents(target)
    named = spoil(what)
    with pytest.raises(Refused, match=named):
        packages.full(target)
    assert packages.contents(target) == before
    assert [path.name for path in tmp_path.iterdir() if path.name != "blobs"] == ["out"]


@pytest.mark.parametrize(
    "name", ["web-annotation", "claim-review", "csv", "bag", "statements", "doccano", "brat", ""]
)
def test_a_format_of_another_version_is_refused_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="This version does not write"):
        run(name, "--output", str(tmp_path / "out"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--document", "nowhere"], "No document is called “nowhere”"),
        (["--by", "nobody"], "no account “nobody”"),
        (["--audience", "friends"], "invalid choice"),
    ],
)
def test_wrong_arguments_are_named(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=sentence):
        run("fixtures", "--output", str(tmp_path / "out"), *arguments)
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    factories.rendition("A text.")
    said = run("fixtures", "--output", str(tmp_path / "out"), "--audience", "full")
    assert said.strip().endswith("rows, 1 originals, 1 texts.")
    assert Operation.objects.get(kind="export").detail["audience"] == "full"


def test_json_is_one_value_and_nothing_else(tmp_path: Path, capsys: Any) -> None:
    told = json.loads(run("fixtures", "--output", str(tmp_path / "out"), "--json"))
    assert told["audience"] == "public"
    assert capsys.readouterr().err == ""


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    rendition = factories.rendition("word " * 2_000)

    def peak(count: int) -> int:
        mark(rendition, count)
        tracemalloc.start()
        packages.full(tmp_path / "out")
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    packages.full(tmp_path / "out")
    small, large = peak(100), peak(1000)
    # A row held is more than a kilobyte; what the allocator and the driver keep is far less.
    assert large - small < 1000 * 300


def mark(rendition: Rendition, count: int) -> None:
    """Many annotations more."""
    when = rendition.made_at + timedelta(days=1)
    Annotation.objects.bulk_create(
        Annotation(rendition=rendition, start=start, end=start + 4, kind="note", body="A note.",
                   words_sha256="", created_by=rendition.made_by, created_at=when)
        for start in range(0, count * 5, 5)
    )  # fmt: skip
