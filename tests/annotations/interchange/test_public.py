"""A public export says what the open editions say, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.actions.withdraw import withdraw
from annotations.interchange.loading import load
from archive.actions.agents import software
from archive.actions.documents import describe, rename
from archive.models import Document, Edition, Entry, Slug, Source
from tests import factories
from tests.annotations.composing import scenes
from tests.annotations.interchange import archives, packages

pytestmark = pytest.mark.django_db

PUBLIC = {
    "archive.document",
    "archive.edition",
    "archive.entry",
    "archive.source",
    "archive.withdrawal",
}


def written(target: Path) -> str:
    return (target / "archive.json").read_text(encoding="utf-8")


def test_it_holds_editions_and_what_they_tell(tmp_path: Path) -> None:
    archives.small()
    target = packages.public(tmp_path / "out")
    assert {row["model"] for row in packages.rows(target)} == PUBLIC
    assert sorted(packages.contents(target)) == ["archive.json", "manifest.json"]


def test_what_nobody_published_stays(tmp_path: Path) -> None:
    factories.document("An unpublished text.", slug="unpublished", title="An unpublished title")
    factories.source("unpublished-platform")
    archives.made("unpublished-claim")
    assert packages.rows(packages.public(tmp_path / "out")) == []


def test_a_description_is_the_published_one(tmp_path: Path) -> None:
    document = archives.small()
    document.refresh_from_db()
    describe(
        document=document, expected=3, by=factories.editor(), title="A later title", origin="Later"
    )
    Source.objects.filter(slug="first-news").update(name="A later name")
    said = written(packages.public(tmp_path / "out"))
    assert "A later" not in said
    assert "Later" not in said
    (row,) = packages.rows(tmp_path / "out", "archive.document")
    assert (row["fields"]["title"], row["fields"]["abstract"]) == ("First", "Said better.")


def test_redacted_words_stay(tmp_path: Path) -> None:
    """Words of the small archive's second comment."""
    archives.small()
    assert "A reply to the first remark" in written(packages.public(tmp_path / "out"))
    assert "quite long" not in written(tmp_path / "out")


def test_staff_are_not_named_as_they_sign_in(tmp_path: Path) -> None:
    factories.user("piers-signs-in", "publisher", display_name="The publisher")
    document = archives.judged("first").capture.document
    archives.publish(
        documents=[document], by=factories.user("piers-signs-in"), reason="x", accept_warnings=True
    )
    said = written(packages.public(tmp_path / "out"))
    assert "The publisher" in said
    assert "piers-signs-in" not in said


def test_a_withdrawn_document_leaves_a_tombstone_without_words(tmp_path: Path) -> None:
    archives.small("kept")
    document = archives.small("withdrawn-one")
    describe(document=document, expected=3, by=factories.editor(), title="Unmistakable")
    withdraw(document=document, by=factories.publisher(), reason="The holder asked for it.")
    target = packages.public(tmp_path / "out")
    said = written(target)
    assert "Withdrawn one" not in said
    assert "The holder asked for it." in said
    slugs = [row["fields"]["slug"] for row in packages.rows(target, "archive.document")]
    closed = [
        row["fields"]
        for row in packages.rows(target, "archive.edition")
        if row["fields"]["slug"] == "withdrawn-one"
    ]
    assert slugs == ["kept"]
    assert closed
    assert {row["payload"] for row in closed} == {""}
    assert all(row["sha256"] for row in closed)


def give_up(document: Document) -> None:
    """As people do it: withdraw, then give the address up for what it says."""
    withdraw(document=document, by=factories.publisher(), reason="Its address insults.")
    rename(document=document, expected=3, slug="harmless", by=factories.editor(), withheld=True)


def condemn(document: Document) -> None:
    """In whatever way an open edition came to stand under such an address."""
    Slug.objects.filter(value=document.slug).update(state="withheld")


@pytest.mark.parametrize("act", [give_up, condemn])
def test_an_address_withheld_for_its_words_is_not_named(
    act: Callable[[Document], None], tmp_path: Path
) -> None:
    document = archives.small("unspeakable")
    act(document)
    target = packages.public(tmp_path / "out")
    rows = packages.rows(target, "archive.edition")
    mine = [row["fields"] for row in rows if row["fields"]["subject_uid"] == document.uid]
    assert {(row["slug"], row["payload"]) for row in mine} == {("", "")}
    assert packages.rows(target, "archive.document") == []
    entries = packages.rows(target, "archive.entry")
    assert "unspeakable" not in {row["fields"]["slug"] for row in entries}


def test_one_document_takes_its_platforms_along(tmp_path: Path) -> None:
    archives.small("first")
    archives.small("harbour")
    target = packages.public(tmp_path / "out", "first")
    assert "harbour-" not in written(target)
    slugs = [row["fields"]["slug"] for row in packages.rows(target, "archive.source")]
    assert slugs == ["first-news", "first-comments"]


def test_a_whole_comes_before_its_parts(tmp_path: Path) -> None:
    archives.small()
    rows = packages.rows(packages.public(tmp_path / "out"), "archive.source")
    assert [(row["fields"]["slug"], row["fields"]["part_of"]) for row in rows] == [
        ("first-news", None),
        ("first-comments", ["first-news"]),
    ]


@pytest.mark.django_db
def test_it_can_be_loaded_by_who_holds_nothing_else(tmp_path: Path) -> None:
    archives.small()
    scenes.keep_all(factories.rendition("Another.", [("nightjar", "Hm.")], slug="another"))
    expected = list(Entry.objects.values_list("kind", "slug", "title", "text"))
    target = packages.public(tmp_path / "out")
    packages.empty_database()
    load(target, by=software())
    assert list(Entry.objects.values_list("kind", "slug", "title", "text")) == expected
    assert Document.objects.get().title == "First"
    assert Edition.objects.filter(payload="").count() == 1
