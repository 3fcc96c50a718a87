"""Every public address, open to everybody and the same for everybody."""

import pytest
from django.test import Client
from django.utils.http import parse_http_date

from archive.digests import sha256
from archive.models import Edition
from archive.reading.samples import samples
from tests import factories
from tests.archive.reading import editions, everything, payloads

pytestmark = pytest.mark.django_db

OPERATIONAL = ("/healthz",)


@pytest.fixture
def paths() -> list[str]:
    everything.published_archive()
    return [path for found in samples().values() for path in found]


def test_every_route_has_a_sample(paths: list[str]) -> None:
    assert [name for name, found in samples().items() if not found] == []


def test_every_sample_answers(client: Client, paths: list[str]) -> None:
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_every_page_is_checked_again_before_it_is_reused(client: Client, paths: list[str]) -> None:
    for path in set(paths) - set(OPERATIONAL):
        answer = client.get(path)
        assert answer["Cache-Control"] == "public, no-cache", path
        assert answer["ETag"] == f'"{sha256(answer.content)}"', path


def test_a_reader_who_has_the_bytes_is_told_so(client: Client, paths: list[str]) -> None:
    for path in set(paths) - set(OPERATIONAL):
        etag = client.get(path)["ETag"]
        answer = client.get(path, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag), path


def test_the_date_alone_never_makes_a_page_unchanged(client: Client, paths: list[str]) -> None:
    later = {"If-Modified-Since": "Sat, 01 Jan 2050 00:00:00 GMT"}
    for path in paths:
        assert client.get(path, headers=later).status_code == 200, path


def test_no_page_sets_a_cookie_or_depends_on_one(client: Client, paths: list[str]) -> None:
    for path in paths:
        answer = client.get(path)
        assert not answer.cookies, path
        assert "Cookie" not in answer.get("Vary", ""), path


def test_someone_signed_in_sees_what_everybody_sees(client: Client, paths: list[str]) -> None:
    stranger = {path: client.get(path).content for path in paths}
    client.force_login(factories.admin())
    assert {path: client.get(path).content for path in paths} == stranger


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_changed_here(paths: list[str], method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    for path in paths:
        answer = getattr(client, method)(path)
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD"), path


def test_a_head_request_gets_the_headers_alone(client: Client, paths: list[str]) -> None:
    for path in paths:
        full, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b""), path
        assert head.get("ETag") == full.get("ETag"), path


def test_absolute_addresses_do_not_come_from_the_host_header(
    client: Client, paths: list[str]
) -> None:
    for path in paths:
        assert b"testserver" not in client.get(path).content, path


def test_every_page_has_one_main_heading_and_its_own_address(
    client: Client, paths: list[str]
) -> None:
    for path in paths:
        answer = client.get(path)
        if answer["Content-Type"].startswith("text/html"):
            html = answer.text
            assert html.count("<h1") == 1, path
            assert f'<link rel="canonical" href="http://127.0.0.1:8000{path}">' in html, path


def test_no_page_holds_a_script_or_style_of_its_own(client: Client, paths: list[str]) -> None:
    for path in paths:
        html = client.get(path).text
        assert "style=" not in html, path
        assert "<style" not in html, path
        assert "<script>" not in html, path
        assert "onclick" not in html, path


def test_an_edition_page_is_as_old_as_the_edition(client: Client) -> None:
    edition = editions.publish(payloads.document())
    for path in ("/documents/treaty/", "/documents/treaty/editions/1/"):
        modified = parse_http_date(client.get(path)["Last-Modified"])
        assert modified == edition.published_at.timestamp()


def test_the_payload_is_served_to_the_byte(client: Client) -> None:
    edition = editions.publish(
        payloads.document(abstract="Ünïcode — “quoted”, \U0001d538, \u2028.")
    )
    answer = client.get("/documents/treaty/editions/1/payload.json")
    assert answer.content == Edition.objects.get().payload.encode()
    assert sha256(answer.content) == edition.sha256
    assert answer["Content-Type"] == "application/json"


def test_an_empty_archive_says_so_everywhere(client: Client) -> None:
    fixed = [found[0] for found in samples().values() if found]
    for path in fixed:
        is_numbered = path.endswith(("moderation-rules/editions/", "verdict-scales/editions/"))
        expected = 404 if is_numbered else 200
        assert client.get(path).status_code == expected, path
    assert "Nothing is published yet" in client.get("/").text
    assert "not published its moderation rules yet" in client.get("/about/moderation-rules/").text
    assert "not published any verdict scale yet" in client.get("/about/verdict-scales/").text
    assert "nothing has been changed" in client.get("/about/corrections/").text
