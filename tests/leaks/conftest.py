"""The archive of invented words, and a log that must never hold what a visitor asked for."""

import logging
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.leaks.generated import Archive, built


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Archive]:
    """One archive for a whole module; what a test does to it is undone after the test.

    Its originals are not in the test's own folder, so that nobody can publish from it again.
    """
    everything = transaction.atomic()
    with django_db_blocker.unblock():
        everything.__enter__()
        made = built()
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        everything.__exit__(None, None, None)


@pytest.fixture
def archive(standing: Archive, db: None) -> Archive:
    return standing


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """What the server logs while the crawl asks its questions."""
    with caplog.at_level(logging.INFO):
        yield caplog
