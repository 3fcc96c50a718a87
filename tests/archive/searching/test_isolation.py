"""Staff search and public search are two indexes: no public page comes near this one."""

import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.reading.samples import samples
from archive.searching import port
from tests import factories, tree
from tests.archive.reading import everything
from tests.test_watch_imports import imported

PUBLIC = tree.files(".py", under="archive/reading")


def reached(name: str) -> set[str]:
    """Every module of the archive that one needs, and what these need."""
    found, waiting = set[str](), [name]
    while waiting:
        module = sys.modules.get(waiting.pop())
        if module is None or module.__name__ in found or not module.__file__:
            continue
        found.add(module.__name__)
        for name in imported(Path(module.__file__)):
            if name.startswith("archive."):
                waiting += [name, name.rpartition(".")[0]]
    return found


@pytest.mark.parametrize("path", PUBLIC, ids=tree.name)
def test_no_public_module_needs_the_staff_index(path: Path) -> None:
    name = tree.name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert name in reached(name)
    assert not [each for each in reached(name) if each.startswith("archive.searching")]


def test_a_module_that_needs_it_would_be_found() -> None:
    assert "archive.searching.sqlite" in reached("archive.admin.document")


def statements(client: Client, *paths: str) -> str:
    with CaptureQueriesContext(connection) as captured:
        for path in paths:
            client.get(path)
    return "\n".join(query["sql"] for query in captured.captured_queries)


@pytest.mark.django_db
def test_no_public_page_asks_the_staff_index(client: Client) -> None:
    everything.published_archive()
    extra = ["/search/?q=left", "/search/suggest/?q=left", "/documents/?q=left", "/nothing/"]
    public = [*extra, *(path for found in samples().values() for path in found)]
    assert port.TABLE not in statements(client, *public)
    client.force_login(factories.editor())
    staff = reverse("admin:archive_document_changelist") + "?q=left"
    assert port.TABLE in statements(client, staff)
