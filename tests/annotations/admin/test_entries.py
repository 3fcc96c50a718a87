"""The ways into the work, for who may take them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.cases import open_cases
from annotations.admin.entries import entries
from tests import factories
from tests.annotations import double

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        (
            factories.editor,
            ["Bring a document in", "Annotate", "Double readings", "Moderation desk"],
        ),
        (factories.moderator, ["Moderation desk"]),
        (factories.publisher, ["Moderation desk", "Publish"]),
        (factories.reader, []),
        (
            factories.admin,
            ["Bring a document in", "Annotate", "Double readings", "Moderation desk", "Publish"],
        ),
    ],
)
def test_everybody_finds_the_own_ways_in(who: Callable[[], Any], titles: list[str]) -> None:
    assert [entry.title for entry in entries(who())] == titles


def test_the_desk_says_how_many_cases_wait(client: Client) -> None:
    open_cases(rendition=factories.rendition(comments=[("ann", "Well."), ("bob", "Indeed.")]))
    client.force_login(factories.moderator())
    assert "4 open" in client.get(reverse("admin:index")).content.decode()


def test_the_first_page_says_what_one_has_to_read(client: Client) -> None:
    double.opened()
    client.force_login(factories.editor("edgar"))
    said = client.get(reverse("admin:index")).content.decode()
    assert "1 for you to read, 0 to be decided" in said


def test_the_first_page_leads_where_it_says(client: Client) -> None:
    factories.document()
    client.force_login(factories.admin())
    for entry in client.get(reverse("admin:index")).context["entries"]:
        assert client.get(entry.address).status_code == 200, entry
