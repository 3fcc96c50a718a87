"""Editing through the admin: the version is checked in the write, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from archive.actions.documents import describe
from archive.actions.sources import change_source
from archive.admin.source import SourceAdmin
from archive.models import AccessRole, Conflict, Document, Event, Slug, Source
from tests import factories
from tests.archive.admin.forms import errors, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


def page(row: Model) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def test_an_editor_describes_a_document(editor: Client) -> None:
    document = factories.document()
    response = editor.get(page(document))
    typed = filled(response, title="A better title", authors="Ann\nBob\n")
    assert editor.post(page(document), typed).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.authors, document.version) == (
        "A better title",
        ["Ann", "Bob"],
        2,
    )
    event = Event.objects.filter(subject_uid=document.uid).latest("sequence")
    assert (event.event_type, event.agent_name) == ("metadata modification", "edith")
    assert sorted(event.detail["fields"]) == ["authors", "title"]


def test_saving_without_a_change_writes_nothing(editor: Client) -> None:
    document = factories.document()
    before = Event.objects.count()
    assert editor.post(page(document), filled(editor.get(page(document)))).status_code == 302
    document.refresh_from_db()
    assert (document.version, Event.objects.count()) == (1, before)


def by_another(row: Any) -> None:
    if isinstance(row, Document):
        describe(document=row, expected=row.version, by=factories.admin(), title="Theirs")
    else:
        change_source(source=row, expected=row.version, by=factories.admin(), name="Theirs")


@pytest.mark.parametrize(
    ("make", "field"), [(factories.document, "title"), (factories.source, "name")]
)
def test_who_saves_second_sees_both_texts_and_loses_neither(
    editor: Client, make: Callable[[], Any], field: str
) -> None:
    row = make()
    typed = filled(editor.get(page(row)), **{field: "Mine, with care"})
    by_another(row)
    response = editor.post(page(row), typed)
    text = response.content.decode()
    assert response.status_code == 200
    assert "Somebody else saved a newer version" in errors(response)[0]
    assert "<td>Theirs</td>" in text
    assert "<td>Mine, with care</td>" in text
    assert 'value="Mine, with care"' in text
    row.refresh_from_db()
    assert getattr(row, field) == "Theirs"


def test_saving_again_after_seeing_both_puts_the_own_text_in_place(editor: Client) -> None:
    source = factories.source()
    typed = filled(editor.get(page(source)), name="Mine")
    by_another(source)
    again = filled(editor.post(page(source), typed))
    assert editor.post(page(source), again).status_code == 302
    source.refresh_from_db()
    assert (source.name, source.version) == ("Mine", 3)


def test_a_form_without_its_version_is_refused(editor: Client) -> None:
    source = factories.source()
    typed = filled(editor.get(page(source)), name="Mine")
    del typed["version"]
    assert "Somebody else" in errors(editor.post(page(source), typed))[0]


def test_a_colleague_who_is_faster_than_the_check_wins_too(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other save falls between the form's look at the version and the write."""
    source = factories.source()
    typed = filled(editor.get(page(source)), name="Mine, with care")

    def alter(self: Any, form: Any, by: Any, values: dict[str, Any]) -> None:
        raise Conflict(source)

    monkeypatch.setattr(SourceAdmin, "alter", alter)
    response = editor.post(page(source), typed)
    assert errors(response) == [
        "This publisher or platform was changed by somebody else in the meantime."
    ]
    assert 'value="Mine, with care"' in response.content.decode()


def test_a_new_source_comes_with_its_address_and_its_event(editor: Client) -> None:
    path = reverse("admin:archive_source_add")
    typed = {"name": "A site", "slug": "a-site", "kind": "news_site"}
    assert editor.post(path, typed).status_code == 302
    source = Source.objects.get(slug="a-site")
    assert Slug.objects.filter(kind="source", value="a-site", subject_uid=source.uid).exists()
    assert Event.objects.get(subject_uid=source.uid).agent_name == "edith"


def test_an_address_that_was_given_before_is_refused_in_the_form(editor: Client) -> None:
    source = factories.source("old")
    Slug.objects.create(
        kind="source", value="gone", subject_uid="x" * 10, state="renamed", by=factories.editor()
    )
    path = reverse("admin:archive_source_add")
    response = editor.post(path, {"name": "New", "slug": "gone", "kind": "other"})
    assert response.status_code == 200
    assert "given before and is never given twice" in errors(response)[0]
    assert [*Source.objects.all()] == [source]


@pytest.mark.parametrize("who", [factories.moderator, factories.publisher])
def test_others_see_a_document_without_a_form(client: Client, who: Callable[[], Any]) -> None:
    document = factories.document()
    client.force_login(who())
    response = client.get(page(document))
    assert response.status_code == 200
    assert 'name="_save"' not in response.content.decode()
    assert client.post(page(document), {"title": "Mine", "version": 1}).status_code == 403


def test_a_slug_is_not_in_the_form_of_what_exists(editor: Client) -> None:
    document = factories.document()
    slug = document.slug
    editor.post(page(document), filled(editor.get(page(document)), slug="other", title="New"))
    document.refresh_from_db()
    assert document.slug == slug


def test_a_document_is_brought_in_and_not_added(editor: Client) -> None:
    response = editor.get(reverse("admin:archive_document_add"))
    assert (response.status_code, response["Location"]) == (302, reverse("ingest"))


def test_every_field_that_people_may_edit_is_in_the_form_of_a_document(editor: Client) -> None:
    response = editor.get(page(factories.document()))
    fields = {
        field.name for field in Document._meta.fields if field.editable and field.name != "id"
    }
    shown = {*response.context["adminform"].form.fields}
    assert fields - {"slug"} == shown - {"version", *AccessRole.values}
