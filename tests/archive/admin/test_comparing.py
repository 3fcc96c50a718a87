"""Comparing two captures of a document in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Document, Operation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    """Two captures: the second is a year younger and says another year."""
    first = factories.rendition("It was signed in 1858.", slug="a-text").capture.document
    later = factories.parsed("It was signed in 1860.")
    factories.ingest(
        data=later.text.encode(), parsed=later, by=factories.editor(), title="", document=first
    )
    return first


def page(client: Client, document: Document, query: str = "") -> Any:
    client.force_login(factories.editor())
    return client.get(reverse("compare_captures", args=[document.slug]) + query)


def test_the_last_two_are_compared_word_by_word(client: Client, document: Document) -> None:
    words = page(client, document).content.decode()
    assert "It was signed in <del>1858</del><ins>1860</ins>." in words
    assert "1 word only in text 1, 1 only in text 2." in words


def test_each_look_at_either_text_is_logged(client: Client, document: Document) -> None:
    page(client, document)
    assert Operation.objects.filter(kind="view").count() == 2


def test_a_text_compared_with_itself_is_said_to_be_the_same(
    client: Client, document: Document
) -> None:
    assert "one and the same text" in page(client, document, "?left=1&right=1").content.decode()


@pytest.mark.parametrize("query", ["?left=9", "?left=x&right=2", "?right="])
def test_a_text_that_is_not_there_is_refused_at_the_field(
    client: Client, document: Document, query: str
) -> None:
    response = page(client, document, query)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode() or "error" in response.content.decode()
    assert "<del>" not in response.content.decode()


def test_a_document_with_one_text_says_how_to_get_another(client: Client) -> None:
    only = factories.rendition("Words.", slug="only").capture.document
    assert "There is one text of this document." in page(client, only).content.decode()


def test_markup_in_a_text_is_words(client: Client) -> None:
    document = factories.rendition("<script>one</script>", slug="a-text").capture.document
    later = factories.parsed("<script>two</script>")
    factories.ingest(
        data=later.text.encode(), parsed=later, by=factories.editor(), title="", document=document
    )
    assert "<script>one" not in page(client, document).content.decode()
