"""What every test stands on: guards lifted for flushes only, blobs in a folder of their own."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from archive import guards

# Django's own name for it, which its stubs leave out.
flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def flush_with_guards_lifted(self: TransactionTestCase) -> None:
    """The test harness's flush is the one thing that may empty a frozen table."""
    with guards.lifted(connection):
        flush(self)


TransactionTestCase._fixture_teardown = flush_with_guards_lifted  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def blob_folder(tmp_path: Path, settings: Any) -> Path:
    """Originals of a test lie in its own temporary folder."""
    folder = tmp_path / "blobs"
    blobs = settings.STORAGES["blobs"] | {"OPTIONS": {"location": folder}}
    settings.STORAGES = settings.STORAGES | {"blobs": blobs}
    return folder


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say plainly which database the suite ran on, and how to get the other."""
    vendor = connection.vendor
    advice = (
        ""
        if vendor == "postgresql"
        else " (for PostgreSQL set VARIORUM_TEST_DATABASE_URL=postgres://user@host/name)"
    )
    terminalreporter.write_line(f"Database: {connection.display_name}{advice}")
