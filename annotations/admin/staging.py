"""What was uploaded and not confirmed yet: files in a folder that expires, outside the archive.

A batch is a folder of the data folder, named by a random token that only the session of the
uploader knows. Its state is a file: `waiting.json` until somebody confirms, `taken.json` while it
is brought in, `done.json` afterwards. A rename takes it, so that of two clicks one wins.
"""

import json
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings

from archive.actions.payloads import payload_of
from archive.ingest import Item, Payloads, read

LIFETIME = 24 * 60 * 60
WAITING, TAKEN, DONE = "waiting.json", "taken.json", "done.json"
NAME_LENGTH = 100


@dataclass(frozen=True)
class Offered:
    """A file as it was offered: its own name and its bytes."""

    name: str
    data: bytes


class Batch:
    """One offer of one person."""

    def __init__(self, token: str) -> None:
        self.token, self.folder = token, home() / token

    @property
    def state(self) -> str:
        """`waiting`, `taken`, `done`, or "" for what expired or never was."""
        states = (Path(name).stem for name in (DONE, TAKEN, WAITING) if self.path(name).exists())
        return next(states, "")

    def path(self, name: str) -> Path:
        return self.folder / name

    def content(self) -> dict[str, Any]:
        """What was written down with the state that it has now."""
        found: dict[str, Any] = json.loads(self.path(f"{self.state}.json").read_text())
        return found

    def items(self) -> Iterator[Item]:
        """What is recognised in the files, each named as its owner named it."""
        content, payloads = self.content(), Payloads(elsewhere=payload_of)
        for number, name in enumerate(content["names"]):
            file = next(self.path(str(number)).iterdir())
            for item in read(file, content["format"], payloads=payloads):
                yield replace(item, path=name + item.path.removeprefix(str(file)))

    def take(self) -> bool:
        """Claim the batch; False where somebody, or the same click twice, was faster."""
        try:
            self.path(WAITING).rename(self.path(TAKEN))
        except FileNotFoundError:
            return False
        return True

    def give_back(self) -> None:
        self.path(TAKEN).rename(self.path(WAITING))

    def finish(self, results: list[dict[str, Any]]) -> None:
        """Keep what became of it, drop the bytes: the archive has them now."""
        write(self.path(DONE), {"results": results})
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
        self.path(TAKEN).unlink()


def home() -> Path:
    return Path(settings.DATA_DIR) / "staging"


def stage(files: Iterable[Offered], **content: Any) -> Batch:
    """Write the files down under a new token; `content` is what was said about them."""
    sweep()
    batch = Batch(secrets.token_hex(16))
    names = []
    for number, file in enumerate(files):
        path = batch.path(str(number)) / short(file.name)
        path.parent.mkdir(parents=True)
        path.write_bytes(file.data)
        names.append(file.name)
    write(batch.path(WAITING), {**content, "names": names})
    return batch


def write(path: Path, content: dict[str, Any]) -> None:
    """A temporary file, then a rename: a state is there whole or not at all."""
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(content))
    temporary.rename(path)


def short(name: str) -> str:
    """A name that any file system takes; the suffix stays, since it hints at the format."""
    plain = "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in name)
    return f"f{plain[-NAME_LENGTH:]}".encode("ascii", "replace").decode().replace("?", "_")


def sweep() -> None:
    """Remove the batches that are older than a day."""
    for folder in home().glob("*"):
        if time.time() - folder.stat().st_mtime > LIFETIME:
            shutil.rmtree(folder, ignore_errors=True)
