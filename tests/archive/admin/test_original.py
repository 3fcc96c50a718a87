"""Originals: for staff, sandboxed, each look logged."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive import storage
from archive.models import Blob, Operation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def blob() -> Blob:
    return factories.rendition("Words as received.").capture.blob


def look(client: Client, blob: Blob, verb: str = "get") -> Any:
    return getattr(client, verb)(reverse("original", args=[blob.sha256]))


@pytest.mark.parametrize(
    "who", [factories.editor, factories.moderator, factories.publisher, factories.admin]
)
def test_staff_see_the_bytes_as_they_came_and_each_look_is_logged(
    client: Client, blob: Blob, who: Callable[[], Any]
) -> None:
    client.force_login(who())
    response = look(client, blob)
    assert response.content == b"Words as received."
    entry = Operation.objects.get()
    assert (entry.kind, entry.by, entry.subject) == ("view", who(), f"blob:{blob.sha256}")


def test_no_browser_runs_sniffs_or_keeps_them(client: Client, blob: Blob) -> None:
    client.force_login(factories.editor())
    headers = look(client, blob).headers
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= {*headers["Cache-Control"].split(", ")}
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


def test_what_is_not_plain_text_is_handed_over_as_a_file(client: Client) -> None:
    made = factories.parsed("<p>Words</p>", format="html")
    blob = factories.ingest(
        data=made.text.encode(), parsed=made, by=factories.editor(), title="A page", slug="a-page"
    ).capture.blob
    client.force_login(factories.editor())
    headers = look(client, blob).headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == f'attachment; filename="{blob.sha256}"'


def test_strangers_are_sent_to_sign_in(client: Client, blob: Blob) -> None:
    response = look(client, blob)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))


def test_readers_see_none_and_nothing_is_logged(client: Client, blob: Blob) -> None:
    client.force_login(factories.reader())
    assert look(client, blob).status_code == 302
    assert not Operation.objects.exists()


def test_staff_without_the_permission_see_none(client: Client, blob: Blob) -> None:
    client.force_login(factories.user("sten", is_staff=True))
    assert look(client, blob).status_code == 403
    assert not Operation.objects.exists()


@pytest.mark.parametrize("verb", ["post", "put", "delete", "patch"])
def test_originals_are_looked_at_and_nothing_else(client: Client, blob: Blob, verb: str) -> None:
    client.force_login(factories.admin())
    assert look(client, blob, verb).status_code == 405


def test_an_unknown_digest_is_not_found(client: Client) -> None:
    client.force_login(factories.admin())
    assert client.get(reverse("original", args=["0" * 64])).status_code == 404


def test_missing_bytes_are_not_found_and_no_look_is_logged(client: Client, blob: Blob) -> None:
    storage.blobs().delete(storage.name_of(blob.sha256))
    client.force_login(factories.admin())
    assert look(client, blob).status_code == 404
    assert not Operation.objects.exists()


def test_a_look_at_the_text_of_a_rendition_is_logged_too(client: Client) -> None:
    rendition = factories.rendition()
    client.force_login(factories.editor())
    path = reverse("admin:archive_rendition_change", args=[rendition.pk])
    assert "One claim stands here." in client.get(path).content.decode()
    assert Operation.objects.get().subject == f"rendition:{rendition.uid}"


def test_the_list_of_renditions_shows_no_words(client: Client) -> None:
    factories.rendition()
    client.force_login(factories.editor())
    page = client.get(reverse("admin:archive_rendition_changelist"))
    assert "One claim stands here." not in page.content.decode()
