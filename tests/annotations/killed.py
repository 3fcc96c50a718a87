"""Processes of their own that work on an archive of their own, and may be killed at any moment."""

import json
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, connections

from annotations.actions.verify import verify
from annotations.management import groups
from annotations.models import Case
from archive.actions.agents import software
from archive.models import Batch, BatchItem, Capture, Comment, Document, Event, Rendition, Section

FEW = 20


@dataclass(frozen=True)
class Archive:
    """A folder with a database and originals; what is asked of it is done by a forked process."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "archive.sqlite3"

    def make(self) -> "Archive":
        """A copy of the test database as it was before any test wrote to it."""
        self.folder.mkdir()
        with (
            closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
            closing(sqlite3.connect(self.database)) as target,
        ):
            source.backup(target)
        return self

    def move_in(self) -> None:
        """In a forked process: let go of the test's connection, take up that of the archive."""
        del connections["default"]
        connections.settings["default"]["NAME"] = str(self.database)
        blobs = settings.STORAGES["blobs"] | {"OPTIONS": {"location": self.folder / "blobs"}}
        settings.STORAGES = settings.STORAGES | {"blobs": blobs}
        groups.MOST = FEW

    def forked(self, act: Callable[[], object]) -> int:
        """The number of a process that does this, quietly, and ends."""
        process = os.fork()
        if process:
            return process
        try:
            self.move_in()
            act()
        finally:
            os._exit(0)

    def ask(self, act: Callable[[], Any]) -> Any:
        """What a process of its own finds out, through JSON."""
        answer = self.folder / "answer.json"
        answer.unlink(missing_ok=True)
        os.waitpid(self.forked(lambda: answer.write_text(json.dumps(act()))), 0)
        return json.loads(answer.read_text())

    def kill(self, act: Callable[[], object], within: float) -> None:
        """Begin, and kill -9 at a random moment of the first `within` seconds."""
        process = self.forked(act)
        time.sleep(random.uniform(0, within))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def ingest(*arguments: str) -> str:
    """The last words of the command."""
    out = StringIO()
    try:
        call_command("ingest", *arguments, stdout=out, stderr=out)
    except CommandError as error:
        return str(error)
    return out.getvalue()


def problems() -> list[str]:
    found: list[str] = []
    verify(by=software(), tell=lambda problem: found.append(str(problem)))
    return found


def halves() -> list[str]:
    """Kinds of rows of which there are not as many as of what they belong to."""
    captures, documents = Capture.objects.count(), Document.objects.count()
    items = BatchItem.objects.filter(status="ingested")
    pairs = {
        "texts": (Rendition.objects.count(), captures),
        "events": (Event.objects.filter(event_type="ingestion").count(), captures),
        "items": (items.count(), captures),
        "items that made documents": (items.filter(is_new=True).count(), documents),
    }
    return [f"{name}: {one} of {other}" for name, (one, other) in pairs.items() if one != other]


def stopped() -> list[str]:
    return [*Batch.objects.filter(state="running").values_list("uid", flat=True)]


def state() -> dict[str, Any]:
    """All that was written, but for random names and moments."""
    of = "rendition__capture__document__slug"
    columns = {
        Document: ("slug", "title", "external_id", "source__slug", "metadata", "event_count"),
        Capture: ("document__slug", "blob__sha256", "blob__size", "url", "original_name"),
        Rendition: ("capture__document__slug", "number", "text_sha256", "structure_sha256"),
        Section: (of, "position", "kind", "start", "end"),
        Comment: (of, "number", "start", "end", "parent__number", "external_id"),
        Case: ("document__slug", "comment__number", "part", "words_sha256", "context_sha256"),
        Event: ("event_type", "sequence", "agent_name", "outcome", "detail"),
    }
    return {
        model.__name__: sorted(
            map(json.dumps, map(list, model._default_manager.values_list(*names)))
        )
        for model, names in columns.items()
    }
