"""The list of documents is searched by the staff index, and by nothing that a query could break."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Document
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(factories.moderator())
    return client


def held(text: str, **columns: Any) -> Document:
    return factories.document(text, [("ann", f"A remark on {text}")], **columns)


def listed(staff: Client, **asked: Any) -> list[Document]:
    response = staff.get(reverse("admin:archive_document_changelist"), asked)
    assert response.status_code == 200
    return [*response.context["cl"].result_list]


def test_the_best_comes_first_where_no_order_is_asked_for(staff: Client) -> None:
    said = held("The treaty once. " + "Other words. " * 50, title="A")
    called = held("Nothing of it.", title="The treaty", slug="z")
    assert listed(staff, q="treaty") == [called, said]
    assert listed(staff, q="treaty", o="0") == [said, called]


def test_a_search_and_a_filter_narrow_each_other(staff: Client) -> None:
    report, other = held("One treaty.", kind="report"), held("Another treaty.")
    assert listed(staff, q="treaty", kind__exact="report") == [report]
    assert {*listed(staff, q="treaty", published="no")} == {report, other}


def test_what_comments_say_is_found(staff: Client) -> None:
    document = held("Aigun.")
    assert listed(staff, q='"remark on aigun"') == [document]


@pytest.mark.parametrize(
    "query",
    ['"', "*", "...", "(zz", "a NEAR b", "-", "' OR 1", "a" * 5000, "%s", "{q}", "∅"],
)
def test_no_query_breaks_the_page(staff: Client, query: str) -> None:
    held("One treaty.")
    assert listed(staff, q=query) == []


@pytest.mark.parametrize("query", ["", "  ", "\x00"])
def test_a_query_of_nothing_lists_everything(staff: Client, query: str) -> None:
    document = held("One treaty.")
    assert listed(staff, q=query) == [document]


def test_a_list_by_day_can_be_searched(staff: Client) -> None:
    document = held("One treaty.")
    year = document.created_at.year
    assert listed(staff, q="treaty", created_at__year=year) == [document]
    assert listed(staff, q="treaty", created_at__year=year - 1) == []
