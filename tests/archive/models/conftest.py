from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from tests.rows import Rows, one_of_each


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Rows]:
    """The rows, for a whole file: each test works on them inside a transaction of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        rows = one_of_each()
        # Deferred checks that wait would keep PostgreSQL from trying a TRUNCATE.
        connection.check_constraints()
        yield rows
        transaction.set_rollback(True)


@pytest.fixture
def rows(made_once: Rows, db: None) -> Rows:
    return made_once
