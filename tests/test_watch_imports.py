"""Arrows run one way: the roof knows annotations, annotations know the archive, and none back."""

import ast
import re
import sys
from collections.abc import Iterator
from enum import EnumType
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.urls import URLPattern, URLResolver, get_resolver

from tests import tree
from tests.rows import Model, label

ARCHIVE = [
    path
    for path in tree.files(".py", under="archive")
    if not path.is_relative_to(tree.ROOT / "archive" / "project")
]
ANNOTATIONS = tree.files(".py", under="annotations")
# The public side sees frozen editions, what is derived of them, and addresses.
PUBLIC = {"Edition", "EditionKind", "Entry", "PATHS", "Slug", "SlugState", "Withdrawal"}
IMPURE = ("django.db", "django.conf", "archive.models", "annotations.models")
TAG = re.compile(r"{%-?\s*(load|url|include|extends)\s+([^%]*?)-?%}")


def imported(path: Path) -> Iterator[str]:
    """Everything that a module imports, early, late or by name, with what it takes from there."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = "." * node.level + (node.module or "")
            yield from (f"{package}.{alias.name}" for alias in node.names)


def strings(path: Path) -> Iterator[str]:
    """All strings of a module but its docstrings."""
    module = ast.parse(path.read_bytes())
    told = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def arguments(path: Path) -> Iterator[str]:
    """The strings that calls begin with: names of apps and modules may be among them."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)


def is_of(app: str, name: str) -> bool:
    return name == app or name.startswith(f"{app}.")


def test_archive_does_not_import_annotations() -> None:
    assert ARCHIVE
    assert not [
        f"{tree.name(path)}: {name}"
        for path in ARCHIVE
        for name in imported(path)
        if is_of("annotations", name) or is_of("archive.project", name)
    ]


def test_archive_does_not_name_annotations_in_strings() -> None:
    suspicious = re.compile(r"annotations[.:/]\w")
    assert not [
        f"{tree.name(path)}: {text!r}"
        for path in ARCHIVE
        for text in strings(path)
        if suspicious.match(text)
    ]
    assert not [tree.name(path) for path in ARCHIVE if "annotations" in arguments(path)]


def test_annotations_do_not_import_the_roof() -> None:
    assert ANNOTATIONS
    assert not [
        f"{tree.name(path)}: {name}"
        for path in ANNOTATIONS
        for name in imported(path)
        if is_of("archive.project", name)
    ]


def test_no_module_imports_relatively_or_shadows_the_app() -> None:
    assert not [
        f"{tree.name(path)}: {name}"
        for path in [*ARCHIVE, *ANNOTATIONS]
        for name in imported(path)
        if name.startswith(".") or name in ("annotations", "__future__.annotations")
    ]


def test_the_public_pages_read_editions_and_nothing_else() -> None:
    pages = [path for path in ARCHIVE if path.is_relative_to(tree.ROOT / "archive" / "reading")]
    taken = {name for path in pages for name in imported(path) if "models" in name.split(".")}
    allowed = {f"archive.models.{name}" for name in PUBLIC} | {"django.db.models"}
    assert "archive.models.Edition" in taken
    assert {name for name in taken if not name.startswith("django.")} <= allowed
    verbs = ("archive.actions", "archive.storage", "archive.ingest")
    assert not [
        name for path in pages for name in imported(path) for verb in verbs if is_of(verb, name)
    ]


def is_choices(name: str) -> bool:
    """Whether this is but a list of words that a model declares."""
    module, _, attribute = name.rpartition(".")
    found = getattr(sys.modules.get(module), attribute, None)
    return isinstance(found, EnumType)


def test_pure_things_stay_pure() -> None:
    pure = [
        path
        for path in [*ARCHIVE, *ANNOTATIONS]
        if re.search(r"\bPure\b", ast.get_docstring(ast.parse(path.read_bytes())) or "")
    ]
    assert len(pure) > 10
    assert not [
        f"{tree.name(path)}: {name}"
        for path in pure
        for name in imported(path)
        if any(is_of(impure, name) for impure in IMPURE) and not is_choices(name)
    ]


@pytest.mark.parametrize("model", [*apps.get_app_config("archive").get_models()], ids=label)
def test_no_model_of_the_archive_refers_to_annotations_or_back(model: Model) -> None:
    """A reverse accessor would be an import in disguise: it has to be hidden."""
    fields: list[Any] = model._meta.get_fields(include_hidden=True)
    for field in fields:
        other = field.related_model
        if other is not None and other._meta.app_label == "annotations":
            assert field.auto_created, field
            assert field.hidden, field


def test_no_migration_of_the_archive_waits_for_annotations() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    own = [row for key, row in loader.disk_migrations.items() if key[0] == "archive"]
    assert own
    assert not [row for row in own for app, _ in row.dependencies if app == "annotations"]


def views(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern)
        else:
            yield pattern


def test_no_template_of_the_archive_uses_annotations() -> None:
    theirs = {path.stem for path in ANNOTATIONS if path.parent.name == "templatetags"}
    theirs |= {
        str(pattern.name)
        for pattern in views(get_resolver())
        if getattr(pattern.callback, "__module__", "").startswith("annotations")
    }
    templates = tree.files(".html", ".xml", ".txt", under="templates/archive")
    assert templates
    for path in templates:
        for _, words in TAG.findall(path.read_text()):
            used = re.findall(r"[\w/:.-]+", words)
            assert not [word for word in used if word.startswith("annotations")], tree.name(path)
            assert not [word for word in used if word in theirs], tree.name(path)
