"""The crawl finds a leak that was planted on purpose, wherever it is and however it is dressed."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import get_finder
from django.core.management import call_command
from django.test import Client
from django.urls import path

from archive.project import urls
from archive.reading.about import about
from tests.leaks import planting, removed
from tests.leaks.crawling import Crawl, NoSample
from tests.leaks.generated import Archive
from tests.leaks.planting import IN_THE_DATABASE, WAYS, Plant, Planter
from tests.leaks.searching import Judge, files, leaks, leaks_in, static_files


def found(crawl: Crawl, judge: Judge) -> str:
    """The first leak that the crawl comes upon, "" where there is none."""
    return next(leaks(crawl, judge), "")


def disguises(archive: Archive) -> dict[str, str]:
    """What may leak: a handle, and four words in a row of a withheld comment, no token in them."""
    run = archive.comment("harbour", 2).split()[-5:-1]
    return {"handle": archive.handles["withheld"], "four words": " ".join(run)}


@pytest.mark.parametrize("words", ["handle", "four words"])
@pytest.mark.parametrize("plant", IN_THE_DATABASE, ids=lambda plant: plant.__name__)
def test_a_leak_in_the_database_is_found(archive: Archive, plant: Plant, words: str) -> None:
    judge = Judge(removed.of_documents())
    leak = disguises(archive)[words]
    plant(leak)
    assert found(Crawl(Client(), leak.split(), brief=True), judge)


@pytest.mark.parametrize("words", ["handle", "four words"])
@pytest.mark.parametrize("way", WAYS)
def test_a_leak_in_some_answers_is_found(
    archive: Archive, way: str, words: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Planter, "words", disguises(archive)[words])
    monkeypatch.setattr(Planter, "how", way)
    settings.MIDDLEWARE = ["tests.leaks.planting.Planter", *settings.MIDDLEWARE]
    assert found(Crawl(Client(), ["ferry"]), Judge(removed.of_documents()))


def test_a_leak_in_a_static_file_is_found(archive: Archive, tmp_path: Path, settings: Any) -> None:
    planting.static_file(tmp_path, archive.handles["withheld"])
    settings.STATICFILES_DIRS = [tmp_path]
    get_finder.cache_clear()  # type: ignore[attr-defined]
    try:
        assert any(leaks_in(static_files(), Judge(removed.of_documents())))
    finally:
        get_finder.cache_clear()  # type: ignore[attr-defined]


def test_a_leak_in_an_exported_file_is_found(archive: Archive, tmp_path: Path) -> None:
    planting.in_a_note(archive.handles["withheld"])
    folder = tmp_path / "public"
    call_command("export", "fixtures", output=folder, audience="public")
    assert any(leaks_in(files(folder), Judge(removed.of_documents())))


def test_a_route_that_nothing_leads_to_fails_the_crawl(archive: Archive, settings: Any) -> None:
    secret = path("secret/<slug:slug>/", about, name="secret")
    settings.ROOT_URLCONF = (*urls.urlpatterns, secret)
    with pytest.raises(NoSample, match="secret"):
        next(iter(Crawl(Client())))
