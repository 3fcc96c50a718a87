"""Runs of `ingest` and what became of their items: begun, noted, stopped, taken up, undone."""

import os
import socket
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from archive import bulk
from archive.actions.deaccession import check_unpublished, deaccession
from archive.errors import Refused
from archive.models import Batch, BatchItem, BatchState, Document, User

# A run elsewhere that was not heard of for so long is taken to be dead.
SILENCE = timedelta(minutes=10)
CHANGED = "bring it in anew, known bytes are passed over."


class Stopped(Exception):
    """Somebody stopped the batch while it ran."""


class Noted(NamedTuple):
    """A row of a batch, but for the batch."""

    position: int
    path: str
    status: str
    reason: str
    capture_id: int | None
    is_new: bool


def begin(arguments: dict[str, Any], *, by: User) -> Batch:
    return Batch.objects.create(arguments=arguments, created_by=by, worker=this_worker())


def this_worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def find(uid: str) -> Batch:
    batch = Batch.objects.filter(uid=uid).first()
    if batch is None:
        raise Refused(f"There is no batch “{uid}”: the admin lists them.")
    return batch


def is_alive(batch: Batch) -> bool:
    """Whether a process has the batch, as far as can be known from here."""
    if batch.state != BatchState.RUNNING or batch.worker == this_worker():
        return False
    host, _, process = batch.worker.rpartition(":")
    if host != socket.gethostname():
        return timezone.now() - batch.moved_at < SILENCE
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def take(batch: Batch) -> Batch:
    """Make it this process's own. Raises `Refused` where another has it, or it was undone."""
    if batch.state == BatchState.UNDONE:
        raise Refused("This batch was undone.")
    rows = Batch.objects.filter(pk=batch.pk, state=batch.state, worker=batch.worker)
    taken = {"state": BatchState.RUNNING, "worker": this_worker(), "moved_at": timezone.now()}
    if is_alive(batch) or not rows.update(**taken):
        raise Refused("This batch is running.")
    batch.refresh_from_db()
    return batch


def note(batch: Batch, rows: Iterable[Noted]) -> None:
    """Write down what became of items, in the transaction that brought them in.

    Raises `Stopped`, which undoes that transaction, where the batch is no longer running.
    """
    mine = Batch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, worker=batch.worker)
    if not mine.update(moved_at=timezone.now()):
        raise Stopped
    names = ("batch_id", *Noted._fields)
    bulk.insert(BatchItem, names, ((batch.pk, *row) for row in rows))


def note_again(batch: Batch, rows: Iterable[Noted]) -> None:
    """What became of items at another try."""
    for row in rows:
        same = BatchItem.objects.filter(batch=batch, position=row.position)
        same.update(**row._asdict())


def leave(batch: Batch, state: BatchState) -> None:
    """The end of a run: done, or stopped. One that somebody stopped meanwhile stays so."""
    mine = Batch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, worker=batch.worker)
    mine.update(state=state, worker="", moved_at=timezone.now())


def stop(batch: Batch) -> None:
    """Ask a run to end after the group that it is at. Raises `Refused` where nothing runs."""
    running = Batch.objects.filter(pk=batch.pk, state__in=(BatchState.RUNNING, BatchState.WAITING))
    if not running.update(state=BatchState.STOPPED, worker="", moved_at=timezone.now()):
        raise Refused("This batch is not running.")


def wait(batch: Batch, *, by: User) -> None:
    """Let the batch wait for a worker, which goes on with it or tries again what failed."""
    if batch.state == BatchState.UNDONE or is_alive(batch):
        raise Refused("This batch is running, or was undone.")
    wanted = "retry" if batch.state == BatchState.DONE else "resume"
    arguments = batch.arguments | {"wanted": wanted, "by": by.username}
    rows = Batch.objects.filter(pk=batch.pk, state=batch.state, worker=batch.worker)
    waiting = {"state": BatchState.WAITING, "worker": "", "moved_at": timezone.now()}
    if not rows.update(arguments=arguments, **waiting):
        raise Refused("Somebody else was faster: look again.")


def made_by(batch: Batch) -> list[Document]:
    """The documents that came in with the batch and are still held."""
    rows = batch.items.filter(is_new=True).values("capture__document")
    return list(Document.objects.held().filter(pk__in=rows).order_by("slug"))


@transaction.atomic
def undo(batch: Batch, *, by: User, reason: str) -> list[Document]:
    """Take out what the batch brought in, all or nothing; returns those documents.

    What was known before stays as it is, later captures of it included. Raises `Refused` where
    something of it was published, or the batch runs.
    """
    if is_alive(batch):
        raise Refused("This batch is running: stop it first.")
    if not reason.strip():
        raise Refused("Say in a few words why it is undone.")
    documents = made_by(batch)
    check_unpublished(documents)
    for document in documents:
        deaccession(document=document, by=by, reason=reason, batch_uid=batch.uid)
    Batch.objects.filter(pk=batch.pk).update(
        state=BatchState.UNDONE, worker="", moved_at=timezone.now()
    )
    batch.refresh_from_db()
    return documents
