"""The public side sees editions, withdrawals, entries and addresses, and nothing else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import archive.reading
from archive.reading.samples import samples
from tests.archive.reading import editions, everything, payloads

FOLDER = Path(archive.reading.__file__).parent
FILES = [*FOLDER.rglob("*.py"), FOLDER.parent / "templatetags" / "reading.py"]
TEMPLATES = [*(Path(settings.BASE_DIR) / "templates" / "archive").rglob("*")]

MODELS = {"PATHS", "Edition", "EditionKind", "Entry", "Slug", "SlugState", "Withdrawal"}
MODULES = ("archive.digests", "archive.payloads", "archive.reading")
TABLES = {"archive_edition", "archive_withdrawal", "archive_entry", "archive_slug"}
# Ways from an edition to the record behind it.
DOORS = {"quotations", "quotation", "rendition", "replaces", "apps", "get_model", "published_by"}


def imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Module and name of everything imported, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from ((node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_but_editions_and_their_projections_is_imported(file: Path) -> None:
    for module, name in imports(ast.parse(file.read_text())):
        root = module.split(".")[0]
        assert root not in ("annotations", "tests"), module
        if root == "archive":
            allowed = name in MODELS if module == "archive.models" else module.startswith(MODULES)
            assert allowed, f"{module}.{name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_attribute_leads_from_an_edition_to_the_record(file: Path) -> None:
    tree = ast.parse(file.read_text())
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not used & DOORS


def test_no_template_leads_from_an_edition_to_the_record() -> None:
    for file in TEMPLATES:
        if file.is_file():
            text = file.read_text()
            assert not re.search(r"edition\.(quotations|published_by|replaces)", text), file
            assert "annotations" not in re.findall(r"{% (?:load|url) .*?%}", text), file


@pytest.mark.django_db
def test_no_public_page_reads_another_table(client: Client) -> None:
    everything.published_archive()
    editions.withdraw(editions.publish(payloads.document("gone")))
    extra = ["/search/?q=left", "/search/suggest/?q=left", "/claims/?topic=borders", "/nothing/"]
    with CaptureQueriesContext(
        connection,
    ) as captured:
        for path in [*extra, *(path for found in samples().values() for path in found)]:
            client.get(path)
    read = {
        table
        for query in captured.captured_queries
        for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])
    }
    assert read == TABLES
