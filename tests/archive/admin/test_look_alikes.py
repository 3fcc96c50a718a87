"""Other copies of a text, shown with their likeness for a person to decide."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Document
from archive.searching import port
from archive.searching.look_alikes import look_alikes
from tests import factories

pytestmark = pytest.mark.django_db

ARTICLE = " ".join(f"Line {n} tells of the river and its harbour." for n in range(30))


def document(words: str, slug: str) -> Document:
    made = factories.rendition(words, slug=slug).capture.document
    port.refresh(Document.objects.filter(pk=made.pk))
    return made


def page(client: Client, name: str, *slugs: str) -> str:
    client.force_login(factories.editor())
    words: str = client.get(reverse(name, args=slugs)).content.decode()
    return words


def test_another_copy_is_found_and_its_likeness_told(client: Client) -> None:
    document(ARTICLE, "a-text")
    document(f"Menu. {ARTICLE.upper()} Imprint.", "a-copy")
    document("Quite another thing is told in these words of the archive.", "another")
    words = page(client, "look_alikes", "a-text")
    assert "100 %" in words
    assert reverse("compare_with", args=["a-text", "a-copy"]) in words
    assert "another" not in words.split("<tbody>")[1]


def test_where_there_is_none_that_is_said(client: Client) -> None:
    document(ARTICLE, "a-text")
    assert "No other document" in page(client, "look_alikes", "a-text")


def test_the_likest_comes_first() -> None:
    document(f"{ARTICLE[: len(ARTICLE) // 2]} {'And other words altogether. ' * 20}", "half")
    document(ARTICLE, "whole")
    found = look_alikes(ARTICLE, Document.objects.all())
    assert [each.document.slug for each in found] == ["whole", "half"]


def test_two_documents_are_compared_word_by_word(client: Client) -> None:
    document("It was signed in 1858.", "a-text")
    document("It was signed in 1860.", "a-copy")
    words = page(client, "compare_with", "a-text", "a-copy")
    assert "<del>1858</del><ins>1860</ins>" in words


@pytest.mark.parametrize("slugs", [("a-text", "nowhere"), ("nowhere", "a-text")])
def test_a_document_that_is_not_there_is_not_found(client: Client, slugs: Any) -> None:
    document(ARTICLE, "a-text")
    client.force_login(factories.editor())
    assert client.get(reverse("compare_with", args=slugs)).status_code == 404
