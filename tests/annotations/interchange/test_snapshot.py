"""An export shows one state of the archive, while others go on writing."""

from pathlib import Path

import pytest
from django.db import connection

from annotations.interchange.fixtures import export
from annotations.interchange.snapshot import snapshot
from archive.models import Document
from tests import factories
from tests.annotations.interchange import archives, packages
from tests.annotations.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_written_meanwhile_is_not_half_in_it(tmp_path: Path) -> None:
    archives.small()
    written: list[object] = []

    def meddle() -> None:
        """After the first row: events go out before the documents that they speak of."""
        if not written:
            written.extend(at_once(lambda: factories.document("Late.", slug="too-late")))

    export(tmp_path / "out", audience="full", step=meddle)
    assert Document.objects.filter(slug="too-late").exists()
    assert isinstance(written[0], Document)
    said = (tmp_path / "out" / "archive.json").read_text()
    assert "too-late" not in said
    assert len(packages.rows(tmp_path / "out", "archive.document")) == 1


def test_writers_get_their_way_again_afterwards() -> None:
    mode = getattr(connection, "transaction_mode", None)
    with snapshot():
        Document.objects.count()
    assert getattr(connection, "transaction_mode", None) == mode
    factories.document("Afterwards.")
