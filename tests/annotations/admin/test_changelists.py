"""Every list of the admin opens, is searched and filtered, and asks as much for ten as for one."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models.frozen import Frozen
from archive.project.admin import GROUPS
from tests import factories
from tests.annotations.admin.samples import LABELS, sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client) -> Client:
    client.force_login(factories.admin())
    return client


def address(label: str, verb: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{verb}", args=args)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as found:
        response = client.get(path)
    assert response.status_code == 200
    return len(found)


@pytest.mark.parametrize("label", LABELS)
def test_every_model_is_registered_searchable_and_filterable(label: str) -> None:
    page = admin.site.get_model_admin(apps.get_model(label))
    assert page.search_fields
    assert page.list_filter
    assert page.list_display != ("__str__",)


@pytest.mark.parametrize("label", LABELS)
def test_a_list_asks_as_many_questions_for_ten_rows_as_for_one(
    signed_in: Client, label: str
) -> None:
    sample(label)
    queries(signed_in, address(label))
    one = queries(signed_in, address(label))
    for _ in range(9):
        sample(label)
    assert queries(signed_in, address(label)) == one


@pytest.mark.parametrize("label", LABELS)
def test_every_list_can_be_searched(signed_in: Client, label: str) -> None:
    sample(label)
    assert signed_in.get(address(label), {"q": "no such words"}).status_code == 200


@pytest.mark.parametrize("label", LABELS)
def test_the_page_of_every_row_opens(signed_in: Client, label: str) -> None:
    row = sample(label)
    assert signed_in.get(address(label, "change", row.pk)).status_code == 200


FROZEN = [label for label in LABELS if issubclass(apps.get_model(label), Frozen)]


@pytest.mark.parametrize("label", FROZEN)
def test_not_even_an_admin_changes_or_deletes_what_is_frozen(signed_in: Client, label: str) -> None:
    row = sample(label)
    assert signed_in.post(address(label, "change", row.pk), {}).status_code == 403
    assert signed_in.post(address(label, "delete", row.pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("label", LABELS)
def test_nothing_is_deleted_in_the_admin(signed_in: Client, label: str) -> None:
    row = sample(label)
    response = signed_in.post(address(label, "delete", row.pk), {"post": "yes"})
    assert response.status_code == 403
    assert type(row)._default_manager.filter(pk=row.pk).exists()


def test_every_model_stands_in_one_group_of_the_first_page() -> None:
    grouped = " ".join(GROUPS.values()).split()
    registered = [model.__name__ for model in admin.site._registry]
    assert sorted(grouped) == sorted({*grouped})
    assert set(registered) <= set(grouped)


def test_the_first_page_asks_as_much_for_many_documents_as_for_one(signed_in: Client) -> None:
    factories.document(comments=[("ann", "Well said.")])
    index = reverse("admin:index")
    queries(signed_in, index)
    one = queries(signed_in, index)
    for _ in range(5):
        factories.document(comments=[("ann", "Well said.")])
    assert queries(signed_in, index) == one
