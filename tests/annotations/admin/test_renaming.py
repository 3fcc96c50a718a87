"""Giving a document another address through the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.publish import publish
from archive.actions.documents import describe
from archive.models import Document
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client


@pytest.fixture
def document() -> Document:
    made = factories.document("One claim stands here.", slug="old-name")
    publish(documents=[made], by=factories.publisher(), reason="First", accept_warnings=True)
    made.refresh_from_db()
    return made


def rename(client: Client, document: Document, **typed: Any) -> Any:
    sent = {"version": document.version, "slug": "new-name"} | typed
    return client.post(reverse("rename", args=[document.slug]), sent)


def test_the_old_address_leads_on_to_the_new_one(editor: Client, document: Document) -> None:
    assert rename(editor, document).status_code == 302
    answer = editor.get("/documents/old-name/")
    assert (answer.status_code, answer["Location"]) == (301, "/documents/new-name/")


def test_an_address_withheld_for_its_words_answers_410(editor: Client, document: Document) -> None:
    assert rename(editor, document, withheld="on").status_code == 302
    assert editor.get("/documents/old-name/").status_code == 410
    page = editor.get("/documents/new-name/")
    assert page.status_code == 200
    assert "old-name" not in page.content.decode()


@pytest.mark.parametrize("withheld", ["", "on"])
@pytest.mark.parametrize(
    ("slug", "said"),
    [("taken", "was given before"), ("No Slug", "Enter a valid"), ("", "required")],
)
def test_an_address_that_cannot_be_is_refused(
    editor: Client, document: Document, slug: str, said: str, withheld: str
) -> None:
    factories.document("Other words.", slug="taken")
    response = rename(editor, document, slug=slug, withheld=withheld)
    assert said in response.content.decode()
    document.refresh_from_db()
    assert document.slug == "old-name"


@pytest.mark.parametrize("withheld", ["", "on"])
def test_a_document_that_changed_meanwhile_keeps_its_address(
    editor: Client, document: Document, withheld: str
) -> None:
    describe(document=document, expected=1, by=factories.admin(), title="Theirs")
    response = rename(editor, document, version=1, withheld=withheld)
    assert "changed by somebody else" in response.content.decode()
    document.refresh_from_db()
    assert document.slug == "old-name"
