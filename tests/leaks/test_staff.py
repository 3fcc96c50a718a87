"""What belongs to the staff sends everybody else away without a word of what is there."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from annotations.models import Annotation, Case, Claim, Evidence
from archive.models import Blob, Document
from tests import factories
from tests.leaks import removed
from tests.leaks.crawling import Answer, Crawl
from tests.leaks.generated import Archive
from tests.leaks.searching import Judge

CONVERTED = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")
OPEN = {"/admin/login/", "/admin/logout/", "/admin/jsi18n/"}


class NoValue(Exception):
    """A parameter of an address that this test knows no value for."""


def routes(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, path)
        else:
            yield path, entry


def staff_addresses() -> Iterator[str]:
    """Every address under /admin/, of rows that there are."""
    for path, _ in routes(get_resolver().url_patterns):
        if path.startswith("admin/"):
            yield "/" + filled(path)


def filled(path: str) -> str:
    """The route with values of real rows in place of its parameters."""
    model = re.match(r"admin/(archive|annotations|axes)/(\w+)/", path)
    plain = path.replace("^", "").replace("$", "").replace("\\Z", "")
    for pattern in (GROUP, CONVERTED):
        plain = pattern.sub(lambda found: value(found.group(1), model), plain)
    return plain


def value(name: str, model: re.Match[str] | None) -> str:
    if name == "object_id" and model:
        row = apps.get_model(model.group(1), model.group(2)).objects.order_by("pk").first()
        return str(row.pk if row else 1)
    known = values()
    if name not in known:
        raise NoValue(name)
    return known[name]


@cache
def values() -> dict[str, str]:
    return {
        "object_id": "1",
        "id": "1",
        "slug": Document.objects.get(slug="harbour").slug,
        "other": Document.objects.get(slug="harbour").slug,
        "claim": Claim.objects.order_by("pk")[0].slug,
        "uid": Case.objects.order_by("pk")[0].uid,
        "sha256": Blob.objects.order_by("pk")[0].sha256,
        "kind": "note",
        "mark": Annotation.objects.order_by("pk")[0].uid,
        "token": "abc",
        "app_label": "archive",
        "url": "nothing",
        "content_type_id": "1",
    }


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    values.cache_clear()
    yield
    values.cache_clear()


def uids() -> Iterator[str]:
    for model in (Annotation, Evidence, Case):
        yield str(model.objects.order_by("pk")[0].uid)


def addresses() -> list[str]:
    """Each route once; those with the name of a row for each kind of row that it may be."""
    found = list(staff_addresses())
    uid = values()["uid"]
    more = [path.replace(uid, other) for path in found if uid in path for other in uids()]
    kinds = [
        path.replace("/history/note/", f"/history/{kind}/")
        for path in more
        for kind in ("annotation", "evidence")
    ]
    return [*dict.fromkeys([*found, *more, *kinds])]


def stranger() -> Client:
    return Client()


def reader() -> Client:
    client = Client()
    client.force_login(factories.reader())
    return client


@pytest.mark.parametrize("visitor", [stranger, reader])
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_no_staff_page_tells_anything_to_whoever_is_not_staff(
    archive: Archive, visitor: Any, method: str
) -> None:
    judge, client = Judge(removed.of_documents()), visitor()
    visited = [path for path in addresses() if path not in OPEN]
    assert len(visited) > 100
    for path in visited:
        answer = Crawl(client).get(path, method)
        assert [*judge.answer(answer)] == []
        assert is_sent_away(answer), f"{answer.request}: {answer.status}"


def is_sent_away(answer: Answer) -> bool:
    """To another staff page, at last the one for signing in, or away."""
    location = answer.headers.get("Location", "")
    return answer.status in (403, 404, 405) or (
        answer.status == 302 and location.startswith("/admin/")
    )


def test_the_pages_for_signing_in_and_out_know_no_words(archive: Archive) -> None:
    judge = Judge(removed.of_documents())
    for path in sorted(OPEN):
        for method in ("get", "head", "post"):
            assert [*judge.answer(Crawl(Client()).get(path, method))] == []


def test_the_staff_do_see_them(archive: Archive) -> None:
    judge, client = Judge(removed.of_documents()), Client()
    client.force_login(factories.admin())
    found = [line for path in addresses() for line in judge.answer(Crawl(client).get(path))]
    assert len(found) > 10, "else the pages are empty and the test above says nothing"
