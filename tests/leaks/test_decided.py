"""A decision that removes more than an edition shows takes it from everything public at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from archive.models import Edition
from tests.leaks import removed
from tests.leaks.crawling import Crawl
from tests.leaks.generated import Archive, judged, undone
from tests.leaks.searching import Judge, files, leaks, leaks_in

Act = Callable[[Archive], object]


def words(archive: Archive, number: int) -> str:
    return archive.comment("harbour", number)


ACTS: dict[str, Act] = {
    "withholds a kept comment": lambda a: judged(a.texts["harbour"], 1, "withhold"),
    "withholds a comment that a claim stands in": lambda a: judged(
        a.texts["harbour"], 11, "withhold"
    ),
    "withholds a collapsed comment that is evidence": lambda a: judged(
        a.texts["harbour"], 4, "withhold"
    ),
    "redacts some words": lambda a: judged(
        a.texts["harbour"], 11, "redact", cut=" ".join(words(a, 11).split()[2:7])
    ),
    "redacts more words": lambda a: judged(
        a.texts["harbour"], 5, "redact", cut=" ".join(words(a, 5).split()[3:])
    ),
    "withholds a handle of several comments": lambda a: judged(
        a.texts["harbour"], 1, "withhold", "handle"
    ),
    "undoes a keep": lambda a: undone(a.texts["harbour"], 8),
    "asks for a second opinion": lambda a: judged(
        a.texts["harbour"], 1, "keep", needs_second_opinion=True
    ),
    "withholds what another document quotes": lambda a: judged(a.texts["quay"], 1, "withhold"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_a_decision_removes_is_found_nowhere(archive: Archive, act: Act) -> None:
    before = Edition.objects.count()
    act(archive)
    assert Edition.objects.count() > before
    withheld = removed.of_documents()
    crawl = Crawl(Client(), [*withheld.tokens], brief=True)
    assert [*leaks(crawl, Judge(withheld))] == []
    assert Client().get("/documents/harbour/").status_code == 200, "the rest stays published"


def test_one_decision_after_the_other_leaves_nothing(archive: Archive, tmp_path: Path) -> None:
    for act in ACTS.values():
        act(archive)
    withheld = removed.of_documents()
    assert [*leaks(Crawl(Client(), [*withheld.tokens]), Judge(withheld))] == []
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    assert [*leaks_in(files(folder), Judge(withheld))] == []


def test_an_address_of_an_edition_that_showed_it_is_gone(archive: Archive) -> None:
    client = Client()
    path = "/documents/harbour/editions/1/"
    etag = client.get(path).headers["ETag"]
    judged(archive.texts["harbour"], 1, "withhold")
    for headers in ({}, {"If-None-Match": etag}):
        answer = client.get(path, headers=headers)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
