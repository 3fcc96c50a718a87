"""System checks of what the settings and models cannot refuse by themselves."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from archive import guards


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
