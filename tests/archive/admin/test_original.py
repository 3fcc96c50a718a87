"""Originals: for staff, sandboxed, each look logged."""

import gzip
import zlib
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


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script><p>Words</p>"


def kept(data: bytes, format: str, **columns: Any) -> Blob:  # noqa: A002
    """An original that was read in this format."""
    made = factories.parsed("Words", format=format)
    return factories.ingest(
        data=data, parsed=made, by=factories.editor(), title="A page", **columns
    ).capture.blob


@pytest.mark.parametrize(
    ("data", "read_as"),
    [
        (HTML, "html"),
        (SVG, "svg"),
        (b"%PDF-1.7 \x01\x02", "pdf"),
        (b"PK\x03\x04word/document.xml", "docx"),
        (b"WARC/1.0\r\n", "warc"),
        (b"PK\x03\x04a.zip", "zip"),
        (gzip.compress(b"Words of a page that was sent compressed.", mtime=0), "text"),
        (zlib.compress(bytes(range(256)) * 4), "text"),
    ],
)
def test_what_is_not_plain_text_is_handed_over_as_a_file(
    client: Client, data: bytes, read_as: str
) -> None:
    blob = kept(data, read_as)
    client.force_login(factories.editor())
    asked: list[tuple[str, dict[str, str]]] = [
        ("get", {}),
        ("head", {}),
        ("get", {"Range": "bytes=0-3"}),
        ("get", {"Accept": "text/html"}),
    ]
    for verb, headers in asked:
        path = reverse("original", args=[blob.sha256])
        response = getattr(client, verb)(path, headers=headers)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"] == f'attachment; filename="{blob.sha256}"'
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
    assert Operation.objects.filter(subject=f"blob:{blob.sha256}").count() == len(asked)


@pytest.mark.parametrize("data", [HTML, SVG, "Größe".encode("utf-16")])
def test_what_was_read_as_plain_text_is_shown_as_that_and_nothing_else(
    client: Client, data: bytes
) -> None:
    client.force_login(factories.editor())
    headers = look(client, kept(data, "text")).headers
    assert headers["Content-Type"].startswith("text/plain; charset=")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    "name", ['a".html', "a\r\nSet-Cookie: a=b.html", "a\u202elmth.txt", "../../a", "a;b=c"]
)
def test_no_name_that_came_with_a_file_is_repeated(client: Client, name: str) -> None:
    blob = kept(HTML, "html", original_name=name)
    client.force_login(factories.editor())
    response = look(client, blob)
    assert response["Content-Disposition"] == f'attachment; filename="{blob.sha256}"'
    assert "Set-Cookie" not in response.headers


def test_there_is_no_other_address_of_an_original(client: Client, blob: Blob) -> None:
    client.force_login(factories.admin())
    for path in (storage.name_of(blob.sha256), f"blobs/{blob.sha256}", f"media/{blob.sha256}"):
        assert client.get(f"/{path}").status_code == 404
        assert client.get(f"/static/{path}").status_code == 404
    with pytest.raises(ValueError, match="no public address"):
        storage.blobs().url(storage.name_of(blob.sha256))


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
