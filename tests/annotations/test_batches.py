"""A run of `ingest` is a batch: what became of each item, what failed again, taken up, undone."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from annotations.actions.verify import verify
from annotations.management import groups
from annotations.models import Case
from archive import storage
from archive.actions import batches
from archive.actions.agents import software
from archive.actions.batches import Stopped
from archive.errors import Refused
from archive.models import Batch, BatchItem, Blob, Deaccession, Document, Event
from archive.searching.port import search
from tests import factories
from tests.annotations.composing.scenes import keep_all
from tests.annotations.interchange.archives import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, and between them a file that is none."""
    made = tmp_path / "folder"
    made.mkdir()
    (made / "a.txt").write_text("Words of the heron.")
    (made / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (made / "c.txt").write_text("Words of the curlew.")
    return made


def run(*args: Any, **options: Any) -> str:
    """What the command says, its failure included."""
    out = io.StringIO()
    try:
        call_command("ingest", *map(str, args), stdout=out, stderr=out, **options)
    except CommandError as error:
        return out.getvalue() + str(error)
    return out.getvalue()


def items(batch: Batch) -> list[tuple[int, str, str]]:
    found = batch.items.order_by("position").values_list("position", "path", "status")
    return [(position, Path(path).name, status) for position, path, status in found]


def corpus(tmp_path: Path, count: int) -> Path:
    path = tmp_path / "corpus.jsonl"
    rows = ({"id": f"d{number}", "text": f"Text {number}."} for number in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_run_writes_down_what_became_of_each_item_and_why(folder: Path) -> None:
    factories.editor()
    run(folder, by="edith", source=None)
    batch = Batch.objects.get()
    assert items(batch) == [
        (1, "a.txt", "ingested"), (2, "b.txt", "failed"), (3, "c.txt", "ingested")
    ]  # fmt: skip
    assert batch.items.get(position=2).reason == "The file is an image, not a text."
    assert batch.counts() == {"ingested": 2, "failed": 1}
    assert (batch.state, batch.created_by.username) == ("done", "edith")
    assert batch.arguments["paths"] == [str(folder)]


def test_the_same_again_is_a_batch_of_duplicates(folder: Path) -> None:
    run(folder)
    before = Event.objects.count()
    run(folder)
    assert Batch.objects.first().counts() == {"duplicate": 2, "failed": 1}  # type: ignore[union-attr]
    assert (Document.objects.count(), Event.objects.count()) == (2, before)


def test_a_dry_run_is_no_batch(folder: Path) -> None:
    run(folder, dry_run=True)
    assert not Batch.objects.exists()


def test_what_was_not_understood_from_the_start_is_no_batch(tmp_path: Path) -> None:
    assert "Say what to bring in" in run()
    run(tmp_path / "a", tmp_path / "b", title="One title")
    assert not Batch.objects.exists()


def test_only_what_failed_is_tried_again(folder: Path) -> None:
    assert "ingest --retry " in run(folder)
    batch = Batch.objects.get()
    (folder / "b.txt").write_text("Words of the plover.")
    (folder / "d.txt").write_text("Words of the snipe.")
    said = run(retry=batch.uid)
    assert said.count("ingested: ") == 1
    assert items(batch)[1] == (2, "b.txt", "ingested")
    assert (Batch.objects.count(), Document.objects.count()) == (1, 3)


def test_what_fails_again_says_so_again(folder: Path) -> None:
    run(folder)
    batch = Batch.objects.get()
    (folder / "b.txt").write_bytes(b"%!PS")
    (folder / "b.txt").unlink()
    assert "Not all of it was done: 1 failed." in run(retry=batch.uid)
    assert batch.items.get(position=2).reason == "There is no such file."


def test_a_bad_line_is_tried_again_by_itself(tmp_path: Path) -> None:
    path = corpus(tmp_path, 3)
    good = path.read_text()
    path.write_text(good.replace('"text": "Text 1."', '"text": ""'))
    run(path)
    path.write_text(good)
    said = run(retry=Batch.objects.get().uid)
    assert said.count("ingested: ") == 1
    assert Document.objects.count() == 3


def test_what_was_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MOST", 2)
    path, asked = corpus(tmp_path, 7), iter(range(100))

    def stop_after_two(*args: Any, **kwargs: Any) -> Any:
        if next(asked) == 2:
            raise KeyboardInterrupt
        return note(*args, **kwargs)

    note = batches.note
    monkeypatch.setattr(batches, "note", stop_after_two)
    said = run(path)
    batch = Batch.objects.get()
    assert f"Stopped. To go on: manage.py ingest --resume {batch.uid}" in said
    assert (batch.state, len(items(batch)), Document.objects.count()) == ("stopped", 4, 4)
    said = run(resume=batch.uid)
    batch.refresh_from_db()
    assert said.count("ingested: ") == 3
    assert [position for position, *_ in items(batch)] == [*range(1, 8)]
    assert (batch.state, Document.objects.count()) == ("done", 7)


def test_it_does_not_go_on_where_other_things_stand_by_now(folder: Path) -> None:
    run(folder)
    batch = Batch.objects.get()
    (folder / "a.txt").unlink()
    assert "bring it in anew" in run(resume=batch.uid)


def test_who_stops_a_batch_ends_it_after_the_group_that_it_is_at(tmp_path: Path) -> None:
    batch = batches.begin({"paths": ["x"]}, by=software())
    batches.stop(batch)
    with pytest.raises(Stopped):
        batches.note(batch, [])
    with pytest.raises(Refused, match="not running"):
        batches.stop(batch)


def test_a_batch_that_a_living_process_has_is_left_to_it() -> None:
    batch = batches.begin({"paths": ["x"], "folder": "/"}, by=software())
    Batch.objects.update(worker=batch.worker.rpartition(":")[0] + ":1")
    batch.refresh_from_db()
    assert batches.is_alive(batch)
    with pytest.raises(Refused, match="running"):
        batches.take(batch)
    with pytest.raises(Refused, match="stop it first"):
        batches.undo(batch, by=software(), reason="Wrong.")


def test_a_batch_that_there_is_not_is_refused() -> None:
    assert "There is no batch “nothing”" in run(undo="nothing", reason="Wrong.")


# --- Undone --------------------------------------------------------------------------------------


def undone(folder: Path, **options: Any) -> str:
    run(folder)
    return run(undo=Batch.objects.get().uid, **{"reason": "The wrong folder."} | options)


def test_undoing_takes_the_documents_out_and_deletes_nothing(folder: Path) -> None:
    assert undone(folder) == "Taken out: 2 documents. Nothing is deleted.\n"
    assert Batch.objects.get().state == "undone"
    assert not Document.objects.held().exists()
    assert Deaccession.objects.count() == Document.objects.count() == 2
    assert all(storage.get(blob.sha256) for blob in Blob.objects.all())
    kinds = Event.objects.filter(subject_kind="document").values_list("event_type", flat=True)
    assert sorted(kinds) == ["deaccession"] * 2 + ["ingestion"] * 2
    problems: list[Any] = []
    verify(by=software(), tell=problems.append)
    assert problems == []


def test_what_was_taken_out_is_not_found_by_the_staff_either(folder: Path) -> None:
    run(folder)
    assert search("heron")
    run(undo=Batch.objects.get().uid, reason="The wrong folder.")
    assert not search("heron")


def test_undoing_wants_a_reason(folder: Path) -> None:
    assert "Say in a few words" in undone(folder, reason=" ")
    assert Document.objects.held().count() == 2


def test_a_batch_is_undone_once(folder: Path) -> None:
    undone(folder)
    assert "Taken out: 0" in run(undo=Batch.objects.get().uid, reason="Again.")
    assert "was undone" in run(retry=Batch.objects.get().uid)


def test_nothing_is_undone_once_something_of_it_was_published(folder: Path) -> None:
    run(folder)
    text = Document.objects.first().captures.get().renditions.get()  # type: ignore[union-attr]
    keep_all(text)
    published(text.capture.document)
    assert "Published already" in run(undo=Batch.objects.get().uid, reason="Wrong.")
    assert not Deaccession.objects.exists()


def test_what_was_there_before_stays_when_a_later_capture_of_it_is_undone(folder: Path) -> None:
    run(folder)
    run(folder / "a.txt", url="https://archive.example/a")
    assert "Taken out: 0" in run(undo=Batch.objects.first().uid, reason="Wrong.")  # type: ignore[union-attr]
    assert Document.objects.held().count() == 2


def test_the_same_bytes_brought_in_again_are_a_new_document(tmp_path: Path) -> None:
    undone(path := corpus(tmp_path, 2))
    assert run(path).count("ingested: ") == 2
    assert Document.objects.held().count() == 2
    assert Document.objects.held().filter(external_id="d1").count() == 1
    assert Deaccession.objects.filter(external_id="d1").count() == 1


def test_what_was_taken_out_cannot_be_published(folder: Path) -> None:
    undone(folder)
    with pytest.raises(Refused, match="taken out"):
        published(Document.objects.earliest("pk"))


def test_the_desk_does_not_show_what_was_taken_out(tmp_path: Path) -> None:
    from annotations.moderation.queue import current

    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "A text.", "comments": [{"text": "A remark."}]}))
    run(path)
    assert current().count() == 1
    run(undo=Batch.objects.get().uid, reason="Wrong.")
    assert (current().count(), Case.objects.count()) == (0, 1)


def test_items_stay_with_what_became_of_them(folder: Path) -> None:
    undone(folder)
    assert BatchItem.objects.filter(status="ingested", capture__isnull=False).count() == 2


# --- Left to a worker, and looked at -------------------------------------------------------------


def test_a_batch_that_waits_is_taken_up_for_who_asked_for_it(folder: Path) -> None:
    run(folder)
    batches.wait(Batch.objects.get(), by=factories.editor())
    (folder / "b.txt").write_text("Words of the plover.")
    run(waiting=True)
    assert Batch.objects.get().state == "done"
    assert Document.objects.latest("pk").created_by.username == "edith"
    assert run(waiting=True) == ""


def test_a_batch_whose_folder_is_gone_says_so(folder: Path) -> None:
    run(folder)
    Batch.objects.update(arguments=Batch.objects.get().arguments | {"folder": "/no/such"})
    assert "which is not there any more" in run(retry=Batch.objects.get().uid)


def test_its_page_tells_what_failed_and_what_came_in(folder: Path, client: Client) -> None:
    run(folder)
    client.force_login(factories.editor())
    page = client.get(address()).content.decode()
    assert "The file is an image, not a text." in page
    assert "Try again what failed" in page
    assert "data-moving" not in page
    told = client.get(address("progress/")).json()
    assert told == {"state": "done", "moving": False, "ingested": 2, "duplicate": 0, "failed": 1}


def test_its_page_says_of_a_run_that_died_that_it_was_interrupted(client: Client) -> None:
    batch = batches.begin({"paths": ["x"]}, by=factories.editor())
    Batch.objects.update(worker=batch.worker.rpartition(":")[0] + ":4194305")
    client.force_login(factories.editor())
    assert client.get(address("progress/")).json()["state"] == "interrupted"


def test_it_is_undone_from_its_page(folder: Path, client: Client) -> None:
    run(folder)
    client.force_login(factories.editor())
    page = client.post(address(), {"act": "undo", "reason": "The wrong folder."}, follow=True)
    assert "Taken out: 2 documents." in page.content.decode()
    assert not Document.objects.held().exists()
    refused = client.post(address(), {"act": "again"}, follow=True).content.decode()
    assert "was undone" in refused
    assert "Choose what is to be done" in client.post(address(), follow=True).content.decode()


def test_what_was_taken_out_is_listed_only_where_asked_for(folder: Path, client: Client) -> None:
    undone(folder)
    client.force_login(factories.editor())
    listed = "/admin/archive/document/"
    assert "a.txt" not in client.get(listed).content.decode()
    assert "a.txt" in client.get(f"{listed}?holdings=out").content.decode()


def address(rest: str = "") -> str:
    return f"/admin/batches/{Batch.objects.get().uid}/{rest}"
