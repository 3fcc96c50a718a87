"""Fixity on a schedule: what is due first, what is remembered, what a failure leaves behind."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from archive import __version__, storage
from archive.models import Blob, Event, Operation
from archive.verifying.history import checks_of, due
from tests import factories

pytestmark = pytest.mark.django_db


def run(**options: Any) -> str:
    out = StringIO()
    call_command("fixity", stdout=out, stderr=out, **options)
    return out.getvalue()


def blob(text: str = "A text.") -> Blob:
    return factories.rendition(text).capture.blob


def file_of(blob: Blob) -> Path:
    return Path(storage.blobs().path(storage.name_of(blob.sha256)))


def looked_at(blob: Blob | None, days: int, **detail: Any) -> Operation:
    """A check that was made so many days ago: of one original, or of all."""
    return Operation.objects.create(
        kind="fixity check",
        subject=f"blob:{blob.sha256}" if blob else "",
        at=timezone.now() - timedelta(days=days),
        detail=detail,
    )


def test_what_passed_goes_to_the_log_and_is_no_event() -> None:
    made, before = blob(), Event.objects.count()
    assert run() == "Checked: originals 1. Still due: 0.\n"
    row = Operation.objects.get()
    assert (row.kind, row.subject) == ("fixity check", f"blob:{made.sha256}")
    assert row.detail == {"tool": f"variorum {__version__}", "problem": ""}
    assert row.by is not None
    assert row.by.username == "variorum"
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"another"),
        lambda file: file.unlink(),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
    ],
)
def test_what_failed_is_an_event_too_and_the_command_fails(damage: Callable[[Path], Any]) -> None:
    made = blob()
    damage(file_of(made))
    with pytest.raises(CommandError, match="1 problems found"):
        run()
    assert Operation.objects.get().detail["problem"].startswith("its file ")
    event = Event.objects.get(event_type="fixity check")
    assert (event.outcome, event.objects_touched) == ("fail", [f"blob:{made.sha256}"])


def test_what_was_looked_at_lately_is_not_looked_at_again() -> None:
    blob()
    run()
    assert run() == "Checked: originals 0. Still due: 0.\n"
    assert run(older_than=0).startswith("Checked: originals 1.")


def test_the_longest_unseen_comes_first_and_a_limit_takes_up_where_it_ended() -> None:
    old, lately, never = blob("Old."), blob("Lately."), blob("Never.")
    looked_at(old, 200)
    looked_at(lately, 10)
    order = [digest for _, digest, _ in due(timezone.now())]
    assert order == [never.sha256, old.sha256, lately.sha256]
    assert run(limit=1) == "Checked: originals 1. Still due: 1.\n"
    assert run(limit=1) == "Checked: originals 1. Still due: 0.\n"
    seen = Operation.objects.order_by("pk").values_list("subject", flat=True)[2:]
    assert [*seen] == [f"blob:{never.sha256}", f"blob:{old.sha256}"]


def test_a_run_of_verify_counts_for_what_there_was_then() -> None:
    before = blob("Before.")
    looked_at(None, -1)
    assert due(timezone.now()) == []
    Operation.objects.all().delete()
    looked_at(None, 1)
    assert [digest for _, digest, _ in due(timezone.now())] == [before.sha256]


def test_an_original_that_verify_found_damaged_did_not_pass() -> None:
    made = blob()
    looked_at(None, -1, failed={made.sha256: "its file is missing"})
    assert checks_of([made])[made.sha256][0].problem == "its file is missing"


def test_json_is_one_value() -> None:
    file_of(blob()).write_bytes(b"another")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("fixity", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert (told["checked"], told["due"]) == (1, 0)
    assert told["problems"][0]["kind"] == "blob"


@pytest.mark.parametrize("wrong", [{"older_than": -1}, {"limit": -1}, {"by": "nobody"}])
def test_nonsense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CommandError):
        run(**wrong)


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        (lambda blob: None, "Not checked yet."),
        (lambda blob: run(), f"passed <span class=\"quiet\">(variorum {__version__}, variorum)"),
        (lambda blob: looked_at(blob, 1, problem="its file is missing", tool="other 2"),
         "<strong>failed: its file is missing</strong> <span class=\"quiet\">(other 2, unknown)"),
    ],
)  # fmt: skip
def test_the_page_of_a_document_tells_its_checks(
    client: Client, checks: Callable[[Blob], Any], said: str
) -> None:
    capture = factories.rendition("A text.").capture
    checks(capture.blob)
    client.force_login(factories.moderator())
    path = reverse("admin:archive_document_change", args=[capture.document.pk])
    assert said in client.get(path).content.decode()
