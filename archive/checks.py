"""System checks of what the settings and models cannot refuse by themselves."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from archive import guards
from archive.searching import port


def guards_stand(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """archive.E001: a frozen table without its triggers."""
    return [
        Error(
            f"The guard {name} is missing: a frozen table could be changed.",
            hint="Run `manage.py migrate --skip-checks`, which makes the guards anew.",
            id="archive.E001",
        )
        for alias in databases or []
        for name in guards.missing(connections[alias])
    ]


def staff_index_stands(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """archive.E002: documents without the index in which staff search them."""
    return [
        Error(
            "The index of staff search is missing: no document could be searched or brought in.",
            hint="Run `manage.py migrate --skip-checks`, which makes it and fills it.",
            id="archive.E002",
        )
        for alias in databases or []
        if port.is_missing(connections[alias])
    ]
