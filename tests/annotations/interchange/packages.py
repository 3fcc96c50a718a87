"""Exports in folders, as the tests handle them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from annotations.interchange.fixtures import export
from archive import guards
from archive.digests import sha256
from archive.models import Document

Rows = list[dict[str, Any]]


def full(target: Path, *slugs: str) -> Path:
    """A full export of all, or of these documents."""
    documents = list(Document.objects.filter(slug__in=slugs)) if slugs else None
    export(target, audience="full", documents=documents)
    return target


def public(target: Path, *slugs: str) -> Path:
    documents = list(Document.objects.filter(slug__in=slugs)) if slugs else None
    export(target, audience="public", documents=documents)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def rows(folder: Path, model: str = "") -> Rows:
    """The rows, or those of one model."""
    found: Rows = json.loads((folder / "archive.json").read_bytes())
    return [row for row in found if model in ("", row["model"])]


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return found


def rewrite(folder: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of an export and make its manifest say so, as a forger would."""
    found = rows(folder)
    change(found)
    text = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in found) + "\n]\n"
    (folder / "archive.json").write_text(text, encoding="utf-8")
    told = manifest(folder)
    told["archive.json"]["sha256"] = sha256(text)
    (folder / "manifest.json").write_text(json.dumps(told))


def empty_database() -> None:
    connection.check_constraints()  # PostgreSQL empties no table that has checks waiting
    with guards.lifted(connection):
        call_command("flush", interactive=False, verbosity=0)
