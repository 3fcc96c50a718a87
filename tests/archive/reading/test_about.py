"""The pages about the archive, and the pages for what went wrong."""

import hashlib
import re

import pytest
from django.test import Client, RequestFactory
from django.views import defaults
from pytest_django import DjangoAssertNumQueries

from tests.archive.reading import editions, payloads
from tests.archive.reading.pages import parse

pytestmark = pytest.mark.django_db


def test_the_command_on_the_verifying_page_gives_the_digest_that_it_says(client: Client) -> None:
    editions.publish(payloads.document())
    page = parse(client.get("/about/verify/").text)
    command, printed = (block.said for block in page.all("pre")[:2])
    found = re.fullmatch(r"curl -sS http://127\.0\.0\.1:8000(/\S+) \| sha256sum", command)
    assert found
    body = client.get(found[1]).content
    assert printed == f"{hashlib.sha256(body).hexdigest()} -"


def test_both_ratings_are_explained_in_words(client: Client) -> None:
    page = parse(client.get("/about/").text)
    rows = [row.said for row in page.all("tr")]
    assert {"Freliability cannot be judged", "6truth cannot be judged"} <= set(rows)
    assert len(page.all("table")) == 2


@pytest.mark.parametrize("path", ["/nothing/", "/documents/absent/", "/documents/UPPER%20CASE/"])
def test_what_is_not_there_is_said_kindly(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    page = parse(answer.text)
    assert page.one("h1").said == "There is nothing at this address"
    assert "UPPER" not in page.said


def test_a_strange_host_is_refused_with_a_page(client: Client) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "could not be understood" in answer.text
    assert "evil.example" not in answer.text


def test_an_error_needs_no_database(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = defaults.server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text


def test_a_refusal_has_a_page(rf: RequestFactory) -> None:
    answer = defaults.permission_denied(rf.get("/"), PermissionError())
    assert answer.status_code == 403
    assert "not for this account" in answer.text


@pytest.mark.parametrize("path", ["/", "/nothing/", "/documents/", "/about/verify/"])
def test_every_page_comes_with_a_strict_policy(client: Client, path: str) -> None:
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
