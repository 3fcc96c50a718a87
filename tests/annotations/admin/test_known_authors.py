"""Who brings a document in is told under which names the archive knows its authors."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from archive.actions.authorities import Naming, create_authority
from tests import factories
from tests.archive.ingest.seeds import seed

pytestmark = pytest.mark.django_db
AUTHOR = "Uriel Araujo"


@pytest.fixture
def page(client: Client, tmp_path: Path, settings: Any) -> str:
    """What is shown of a document of this author before it is brought in."""
    settings.DATA_DIR = tmp_path / "data"
    by = factories.editor()
    for name, *others in [("Araujo, U.", AUTHOR), ("Araujo, Uriel", "uriel  araújo"), ("Else",)]:
        create_authority(kind="person", name=name, names=[*map(Naming, others)], by=by)
    client.force_login(by)
    upload = SimpleUploadedFile("page.txt", seed(2))
    address = client.post(reverse("ingest"), {"uploads": [upload], "format": "auto"})["Location"]
    return client.get(address).content.decode()


def test_every_record_that_has_the_name_is_named(page: str) -> None:
    hint = page.partition(f"<dt>{AUTHOR}</dt>")[2].partition("</dd>")[0]
    assert "Known as:" in hint
    assert ">Araujo, U.</a>;" in hint
    assert ">Araujo, Uriel</a>" in hint
    assert "Else" not in hint
