"""Describing and renaming documents: versions are compared, addresses are never reused."""

from collections.abc import Callable
from typing import Any

import pytest

from archive.actions.documents import describe, rename
from archive.errors import Refused
from archive.models import Conflict, Document, Slug
from tests import factories
from tests.archive.actions.chains import events, is_whole
from tests.races import Arena

pytestmark = pytest.mark.django_db


def renamed(document: Document, slug: str, **columns: Any) -> Document:
    values: dict[str, Any] = {"expected": document.version, "by": factories.editor()}
    return rename(document=document, slug=slug, **values | columns)


def addresses() -> dict[str, str]:
    return dict(Slug.objects.filter(kind="document").values_list("value", "state"))


def test_a_description_is_changed_and_the_fields_are_told_without_their_words() -> None:
    document = factories.document()
    describe(
        document=document,
        expected=document.version,
        by=factories.editor(),
        rights="Unmistakable rights.",
        origin="Unmistakable origin.",
    )
    document.refresh_from_db()
    assert (document.rights, document.version) == ("Unmistakable rights.", 2)
    last = events(document)[-1]
    assert (last.event_type, last.detail) == (
        "metadata modification",
        {"fields": ["origin", "rights"]},
    )
    assert is_whole(document)


def test_the_second_of_two_editors_is_shown_what_the_first_wrote() -> None:
    document = factories.document()
    stale = Document.objects.get(pk=document.pk)
    editor, version = factories.editor(), document.version
    describe(document=document, expected=version, by=editor, title="First")
    count = len(events(document))
    with pytest.raises(Conflict) as conflict:
        describe(document=stale, expected=version, by=editor, title="Second")
    assert isinstance(conflict.value.current, Document)
    assert (conflict.value.current.title, conflict.value.current.version) == ("First", 2)
    assert Document.objects.get().title == "First"
    assert len(events(document)) == count


def test_of_two_at_once_one_wins_and_the_other_is_told(arena: Callable[[], Arena]) -> None:
    document, editor = factories.document(), factories.editor()
    meeting = arena()

    def write(title: str) -> Document:
        row = Document.objects.get(pk=document.pk)
        return describe(document=row, expected=1, by=editor, title=title)

    results = meeting.at_once(lambda: write("one"), lambda: write("other"))
    assert sorted(type(result).__name__ for result in results) == ["Conflict", "Document"]
    assert meeting.ask(lambda: is_whole(Document.objects.get(pk=document.pk)))


@pytest.mark.parametrize(("withheld", "state"), [(False, "renamed"), (True, "withheld")])
def test_the_old_address_is_remembered(withheld: bool, state: str) -> None:
    document = factories.document(slug="old-name")
    renamed(document, "new-name", withheld=withheld)
    assert addresses() == {"old-name": state, "new-name": "current"}
    assert Document.objects.get().slug == "new-name"
    assert {row.subject_uid for row in Slug.objects.filter(kind="document")} == {document.uid}
    assert is_whole(document)


def test_a_second_renaming_keeps_all_addresses() -> None:
    document = factories.document(slug="first-name")
    renamed(renamed(document, "second-name"), "third-name", withheld=True)
    assert addresses() == {
        "first-name": "renamed",
        "second-name": "withheld",
        "third-name": "current",
    }


@pytest.mark.parametrize("slug", ["first-name", "other-name", "Bad Name", ""])
def test_an_address_that_cannot_be_given_changes_nothing(slug: str) -> None:
    document = factories.document(slug="first-name")
    factories.document("Another text.", slug="other-name")
    renamed(document, "second-name")
    before = addresses()
    with pytest.raises(Refused, match="address"):
        renamed(document, slug)
    assert addresses() == before
    assert Document.objects.get(pk=document.pk).slug == "second-name"


def test_a_stale_renaming_leaves_the_address_in_use() -> None:
    document = factories.document(slug="first-name")
    with pytest.raises(Conflict):
        renamed(document, "second-name", expected=document.version + 1)
    assert addresses() == {"first-name": "current"}
